package dev.strait.runtime.spi.codec;

import dev.strait.runtime.json.FrameException;

/** The syntax of JSON numbers (RFC 8259, section 6). */
final class Numbers {

    /** The maximum number of digits of a long. */
    static final int LONG_DIGITS = 19;

    static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000};

    private Numbers() {}

    static boolean isDigit(int unit) {
        return unit >= '0' && unit <= '9';
    }

    /**
     * Returns whether a character after digits starts a fraction or an exponent, so that the number is not an integer.
     */
    static boolean isFractionOrExponent(int unit) {
        return unit == '.' || (unit | 0x20) == 'e';
    }

    /**
     * Returns the end of the number that starts at {@code from}.
     *
     * @throws FrameException if there is no valid number, or if it is too long
     */
    static int end(JsonInput in, int from) {
        int p = in.at(from) == '-' ? from + 1 : from;
        int whole = p;
        p = digits(in, p);
        if (in.at(whole) == '0' && p > whole + 1) {
            throw in.malformed(whole + 1);
        }
        if (in.at(p) == '.') {
            p = digits(in, p + 1);
        }
        if ((in.at(p) | 0x20) == 'e') {
            int sign = in.at(p + 1);
            p = digits(in, sign == '+' || sign == '-' ? p + 2 : p + 1);
        }
        if (p - from > JsonLimits.NUMBER_CHARS) {
            throw in.limit(JsonLimits.NUMBER_CHARS + " characters in a number", from);
        }
        return p;
    }

    private static int digits(JsonInput in, int from) {
        int p = from;
        while (isDigit(in.at(p))) {
            p++;
        }
        if (p == from) {
            throw in.malformed(p);
        }
        return p;
    }

    /** Returns whether a number has neither a fraction nor an exponent. */
    static boolean isIntegral(JsonInput in, int from, int to) {
        for (int p = from; p < to; p++) {
            if (in.at(p) == '.' || (in.at(p) | 0x20) == 'e') {
                return false;
            }
        }
        return true;
    }

    /** Returns a number of at most 19 digits as an unsigned long. */
    static long unsigned(byte[] bytes, int from, int to) {
        long value = 0;
        for (int p = from; p < to; p += Long.BYTES) {
            int count = Math.min(Long.BYTES, to - p);
            value = value * POWERS[count] + SwarBytes.number(SwarBytes.at(bytes, p), count);
        }
        return value;
    }
}
