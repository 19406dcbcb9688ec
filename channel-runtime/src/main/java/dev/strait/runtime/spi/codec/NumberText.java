package dev.strait.runtime.spi.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks the size and digits of numbers, also of numbers in strings. Called by generated code. */
public final class NumberText {

    /** RFC 8259, section 6. */
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");

    private static final int LONG_DIGITS = 18;

    private NumberText() {}

    /** Returns whether a text is a JSON number of at most the maximum length. */
    static boolean isNumber(String text) {
        return text.length() <= JsonLimits.NUMBER_CHARS && NUMBER.matcher(text).matches();
    }

    /** Returns whether a text is a number that is greater than a minimum, or equal to it if it is inclusive. */
    public static boolean isAtLeast(String text, BigDecimal min, boolean isInclusive) {
        BigDecimal value = decimal(text);
        return value != null && value.compareTo(min) >= (isInclusive ? 0 : 1);
    }

    /** Returns whether a text is a number that is less than a maximum, or equal to it if it is inclusive. */
    public static boolean isAtMost(String text, BigDecimal max, boolean isInclusive) {
        BigDecimal value = decimal(text);
        return value != null && value.compareTo(max) <= (isInclusive ? 0 : -1);
    }

    /** Returns whether a text is a number with at most these numbers of integer and fraction digits. */
    public static boolean fits(String text, int integer, int fraction) {
        BigDecimal value = decimal(text);
        return value != null && fits(value, integer, fraction);
    }

    /** Returns whether a number, as written, has at most these numbers of integer and fraction digits. */
    public static boolean fits(BigDecimal value, int integer, int fraction) {
        return value.precision() - value.scale() <= integer && Math.max(value.scale(), 0) <= fraction;
    }

    /** Returns whether an integer has at most this number of digits. It has no fraction digits. */
    public static boolean fits(BigInteger value, int integer, int fraction) {
        return fits(new BigDecimal(value), integer, fraction);
    }

    /** Returns whether an integer has at most this number of digits. */
    public static boolean fits(long value, int integer) {
        return integer > LONG_DIGITS || (integer > 0 && value / power(integer) == 0);
    }

    private static long power(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }

    private static @Nullable BigDecimal decimal(String text) {
        return isNumber(text) ? Decimals.decimalOf(text) : null;
    }
}
