package dev.strait.runtime.spi.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How large a number is, and how many digits it has, also where it stands in a text; for generated code. */
public final class NumberText {

    /** RFC 8259, section 6. */
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");

    private static final int LONG_DIGITS = 18;

    private NumberText() {}

    /** Whether a text is a number as JSON writes it, of a length that JSON may have here. */
    static boolean isNumber(String text) {
        return text.length() <= JsonLimits.NUMBER_CHARS && NUMBER.matcher(text).matches();
    }

    /** Whether a text is a number that is not below a bound; the bound itself counts if it is inclusive. */
    public static boolean isAtLeast(String text, BigDecimal min, boolean isInclusive) {
        BigDecimal value = decimal(text);
        return value != null && value.compareTo(min) >= (isInclusive ? 0 : 1);
    }

    /** Whether a text is a number that is not above a bound; the bound itself counts if it is inclusive. */
    public static boolean isAtMost(String text, BigDecimal max, boolean isInclusive) {
        BigDecimal value = decimal(text);
        return value != null && value.compareTo(max) <= (isInclusive ? 0 : -1);
    }

    /** Whether a text is a number of at most so many digits before and behind the point. */
    public static boolean fits(String text, int integer, int fraction) {
        BigDecimal value = decimal(text);
        return value != null && fits(value, integer, fraction);
    }

    /** Whether a number has at most so many digits before and behind the point, as it was written. */
    public static boolean fits(BigDecimal value, int integer, int fraction) {
        return value.precision() - value.scale() <= integer && Math.max(value.scale(), 0) <= fraction;
    }

    /** Whether an integer has at most so many digits; it has none behind the point. */
    public static boolean fits(BigInteger value, int integer, int fraction) {
        return fits(new BigDecimal(value), integer, fraction);
    }

    /** The same for a number that fits into a long. */
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
