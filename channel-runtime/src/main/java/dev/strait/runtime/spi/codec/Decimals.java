package dev.strait.runtime.spi.codec;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Numbers with a fraction or an exponent, to the last bit. What is short enough to be exact in a double before and after its
 * power of ten takes one operation, which IEEE 754 rounds rightly (Clinger, 1990, "How to read floating point numbers
 * accurately"); all else is the JDK's.
 */
final class Decimals {

    private static final long DOUBLE_EXACT = 1L << 53;
    private static final int FLOAT_EXACT = 1 << 24;
    /** As many digits as cannot overflow a long. */
    private static final int MAX_DIGITS = 18;

    private static final double[] DOUBLE_POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };
    private static final float[] FLOAT_POWERS = {1e0f, 1e1f, 1e2f, 1e3f, 1e4f, 1e5f, 1e6f, 1e7f, 1e8f, 1e9f, 1e10f};

    /** No digits that fit. */
    private static final long NONE = -1;

    /** What is said of a decimal beyond what anybody computes with. */
    static final String EXPONENT = "must have an exponent of at most " + JsonLimits.SCALE;

    private Decimals() {}

    static double doubleOf(JsonInput in, int from, int to) {
        long digits = mantissa(in, from, to);
        if (digits != NONE && digits <= DOUBLE_EXACT) {
            int scale = scale(in, from, to);
            if (Math.abs(scale) < DOUBLE_POWERS.length) {
                double power = DOUBLE_POWERS[Math.abs(scale)];
                double value = scale < 0 ? digits * power : digits / power;
                return in.at(from) == '-' ? -value : value;
            }
        }
        return Double.parseDouble(in.slice(from, to));
    }

    /** A number of at most seven digits before the point and seven behind it. */
    static double exact(long whole, long fraction, int decimals) {
        return (whole * Numbers.POWERS[decimals] + fraction) / DOUBLE_POWERS[decimals];
    }

    static float floatOf(JsonInput in, int from, int to) {
        long digits = mantissa(in, from, to);
        if (digits != NONE && digits <= FLOAT_EXACT) {
            int scale = scale(in, from, to);
            if (Math.abs(scale) < FLOAT_POWERS.length) {
                float power = FLOAT_POWERS[Math.abs(scale)];
                float value = scale < 0 ? digits * power : digits / power;
                return in.at(from) == '-' ? -value : value;
            }
        }
        return Float.parseFloat(in.slice(from, to));
    }

    /** Null where its exponent is beyond what anybody computes with. */
    static @Nullable BigDecimal decimalOf(String number) {
        try {
            BigDecimal value = new BigDecimal(number);
            return Math.abs((long) value.scale()) > JsonLimits.SCALE ? null : value;
        } catch (NumberFormatException exponentBeyondInt) {
            return null;
        }
    }

    /** The digits before the exponent as one integer, or {@link #NONE} where there are too many. */
    private static long mantissa(JsonInput in, int from, int to) {
        long digits = 0;
        int count = 0;
        for (int p = from; p < to; p++) {
            int unit = in.at(p);
            if (Numbers.isDigit(unit)) {
                digits = digits * 10 + (unit - '0');
                count++;
            } else if ((unit | 0x20) == 'e') {
                break;
            }
        }
        return count > MAX_DIGITS ? NONE : digits;
    }

    /** By how many places the point stands left of the last digit; beyond any power where the exponent is long. */
    private static int scale(JsonInput in, int from, int to) {
        int point = -1;
        int p = from;
        while (p < to && (in.at(p) | 0x20) != 'e') {
            point = in.at(p) == '.' ? p : point;
            p++;
        }
        int scale = point < 0 ? 0 : p - point - 1;
        return p < to ? scale - exponent(in, p + 1, to) : scale;
    }

    private static int exponent(JsonInput in, int from, int to) {
        boolean isNegative = in.at(from) == '-';
        int exponent = 0;
        for (int p = from; p < to; p++) {
            if (Numbers.isDigit(in.at(p))) {
                exponent = Math.min(exponent * 10 + (in.at(p) - '0'), Short.MAX_VALUE);
            }
        }
        return isNegative ? -exponent : exponent;
    }
}
