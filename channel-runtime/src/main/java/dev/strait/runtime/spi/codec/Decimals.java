package dev.strait.runtime.spi.codec;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Parses numbers with a fraction or an exponent, correctly rounded. If the digits and the power of ten are both exact
 * in a floating-point number, one operation suffices, because IEEE 754 rounds it correctly (Clinger, "How to read
 * floating point numbers accurately", 1990). All other numbers are left to the JDK.
 */
final class Decimals {

    private static final long DOUBLE_EXACT = 1L << 53;
    private static final int FLOAT_EXACT = 1 << 24;
    /** The maximum number of digits that never overflow a long. */
    private static final int MAX_DIGITS = 18;

    private static final double[] DOUBLE_POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };
    private static final float[] FLOAT_POWERS = {1e0f, 1e1f, 1e2f, 1e3f, 1e4f, 1e5f, 1e6f, 1e7f, 1e8f, 1e9f, 1e10f};

    /** The result of {@link #mantissa} for too many digits. */
    private static final long NONE = -1;

    /** The message for a decimal whose exponent is too large to compute with. */
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

    /**
     * Returns a number of at most seven digits before and seven digits after the decimal point.
     *
     * @param whole the digits before the point
     * @param fraction the digits after the point
     * @param decimals the number of digits after the point
     */
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

    /** Returns a decimal; null if its exponent is too large to compute with. */
    static @Nullable BigDecimal decimalOf(String number) {
        try {
            BigDecimal value = new BigDecimal(number);
            return Math.abs((long) value.scale()) > JsonLimits.SCALE ? null : value;
        } catch (NumberFormatException exponentBeyondInt) {
            return null;
        }
    }

    /** Returns the digits before the exponent as one integer; {@link #NONE} if there are too many. */
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

    /**
     * Returns the number of digits after the decimal point, less the exponent; larger than any power in the tables if
     * the exponent is long.
     */
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
