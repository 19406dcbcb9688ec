package dev.strait;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a component a value for the case that a message comes without it (or with {@code null}), so that it is not
 * required on input. For primitives, their boxes, {@code String}, enums, {@code BigInteger}, {@code BigDecimal}, {@code UUID},
 * {@code URI} and the types of {@code java.time}.
 */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.CLASS)
public @interface Default {

    /** The value as text: {@code "10"}, {@code "true"}, an enum constant's name, {@code "2026-01-31"}, or the string itself. */
    String value();
}
