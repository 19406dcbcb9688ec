package dev.strait;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sends a number as a JSON string, since JavaScript rounds integers beyond 2^53 and has no decimals: {@code @AsString long id},
 * {@code List<@AsString BigDecimal>}. For {@code long}, {@code Long}, {@code OptionalLong}, {@code BigInteger} and
 * {@code BigDecimal}. On input nothing but such a string is right then.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE_USE)
public @interface AsString {}
