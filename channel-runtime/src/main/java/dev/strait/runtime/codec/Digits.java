package dev.strait.runtime.codec;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/** Numbers as digits. */
final class Digits {

    /** More bytes than any long needs, and any double that is written here. */
    static final int LONGEST = 24;

    private static final byte[] PAIRS = pairs();
    private static final byte[] LEAST_LONG = Long.toString(Long.MIN_VALUE).getBytes(StandardCharsets.US_ASCII);

    private Digits() {}

    /** Writes an integer; tells where it ends. */
    static int write(long value, byte[] to, int at) {
        if (value < 0) {
            if (value == Long.MIN_VALUE) {
                System.arraycopy(LEAST_LONG, 0, to, at, LEAST_LONG.length);
                return at + LEAST_LONG.length;
            }
            to[at] = '-';
            return writePositive(-value, to, at + 1);
        }
        return writePositive(value, to, at);
    }

    private static int writePositive(long value, byte[] to, int at) {
        int end = at + count(value);
        int p = end;
        long left = value;
        while (left > Integer.MAX_VALUE) {
            long rest = left / 100;
            p = pair((int) (left - rest * 100), to, p);
            left = rest;
        }
        int small = (int) left;
        while (small >= 100) {
            int rest = small / 100;
            p = pair(small - rest * 100, to, p);
            small = rest;
        }
        if (small >= 10) {
            pair(small, to, p);
        } else {
            to[p - 1] = (byte) ('0' + small);
        }
        return end;
    }

    private static int pair(int twoDigits, byte[] to, int end) {
        to[end - 1] = PAIRS[2 * twoDigits + 1];
        to[end - 2] = PAIRS[2 * twoDigits];
        return end - 2;
    }

    private static int count(long value) {
        int count = 1;
        for (long bound = 10; value >= bound && count < 19; bound *= 10) {
            count++;
        }
        return count;
    }

    /**
     * Writes a double that has at most 15 digits; tells where it ends, or 0 if it is another.
     *
     * <p>Of all numbers with so few digits each double is nearest to one at most (IEEE 754-2019, 5.12.2). So if it is the
     * one that is tried here, and the division, which is exact to the last bit, says so, there is none shorter.
     */
    static int writeShort(double value, byte[] to, int at) {
        double positive = Math.abs(value);
        if (positive < 1e3) {
            return writeShort(value, 12, 1e12, 1_000_000_000_000L, to, at);
        }
        if (positive < 1e6) {
            return writeShort(value, 9, 1e9, 1_000_000_000L, to, at);
        }
        return positive < 1e9 ? writeShort(value, 6, 1e6, 1_000_000L, to, at) : 0;
    }

    private static int writeShort(double value, int decimals, double scale, long one, byte[] to, int at) {
        double positive = Math.abs(value);
        long scaled = (long) (positive * scale + 0.5);
        if (scaled / scale != positive) {
            return 0;
        }
        int p = at;
        if (Double.doubleToRawLongBits(value) < 0) {
            to[p++] = '-';
        }
        long whole = scaled / one;
        p = writePositive(whole, to, p);
        to[p] = '.';
        long fraction = scaled - whole * one;
        if (fraction == 0) {
            to[p + 1] = '0';
            return p + 2;
        }
        int left = decimals;
        while (fraction % 1000 == 0) {
            fraction /= 1000;
            left -= 3;
        }
        int end = p + 1 + left;
        for (int i = end - 1; i > p; i--) {
            to[i] = (byte) ('0' + fraction % 10);
            fraction /= 10;
        }
        while (to[end - 1] == '0') {
            end--;
        }
        return end;
    }

    /** Any finite double: the fewest digits that no other double has. JDKs before 19 print one too many now and then. */
    static String shortest(double value) {
        String printed = Double.toString(value);
        return Runtime.version().feature() >= 19 ? printed : shortened(value, printed);
    }

    private static String shortened(double value, String printed) {
        String shortest = printed;
        BigDecimal exact = new BigDecimal(value);
        int digits = new BigDecimal(printed).precision();
        while (digits > 1) {
            digits--;
            BigDecimal shorter = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (shorter.doubleValue() != value) {
                return shortest;
            }
            shortest = shorter.toString();
        }
        return shortest;
    }

    private static byte[] pairs() {
        byte[] pairs = new byte[200];
        for (int i = 0; i < 100; i++) {
            pairs[2 * i] = (byte) ('0' + i / 10);
            pairs[2 * i + 1] = (byte) ('0' + i % 10);
        }
        return pairs;
    }
}
