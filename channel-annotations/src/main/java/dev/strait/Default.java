package dev.strait;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a component the value to use when a message does not contain it, or contains {@code null}. The component is
 * then optional on input.
 *
 * <pre>{@code
 * record Search(@NotBlank String text, @Default("10") @Min(1) int limit) implements ToServer {}
 * }</pre>
 *
 * <p>Applies to primitives and their boxes, {@code String}, enums, {@code BigInteger}, {@code BigDecimal}, {@code
 * UUID}, {@code URI} and the types of {@code java.time}.
 */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.CLASS)
public @interface Default {

    /**
     * The value as text: {@code "10"}, {@code "true"}, {@code "2026-01-31"}, the name of an enum constant, or the
     * string itself.
     */
    String value();
}
