package dev.strait;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sends a number as a JSON string, because JavaScript cannot represent all numbers exactly: it rounds integers beyond
 * 2^53, and its numbers are binary, not decimal.
 *
 * <pre>{@code
 * record Paid(@AsString long id, @AsString BigDecimal amount, List<@AsString Long> items) implements ToClient {}
 *
 * {"type":"paid","id":"9007199254740993","amount":"19.90","items":["1","2"]}
 * }</pre>
 *
 * <p>Applies to {@code long}, {@code Long}, {@code OptionalLong}, {@code BigInteger} and {@code BigDecimal}. On input,
 * a number without quotes is rejected.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE_USE)
public @interface AsString {}
