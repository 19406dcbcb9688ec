package dev.strait.runtime.spi.codec;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/** Formats numbers as decimal digits. */
final class Digits {

    /** An upper bound on the bytes of a long, and of a double that this class writes. */
    static final int MAX_LENGTH = 40;

    private static final byte[] MIN_LONG = Long.toString(Long.MIN_VALUE).getBytes(StandardCharsets.US_ASCII);
    private static final long ZEROS = 0x3030303030303030L;
    private static final int TEN_TO_THE_8 = 100_000_000;

    private Digits() {}

    /** Writes an integer and returns its end. The array has space for {@link #MAX_LENGTH} bytes. */
    static int write(long value, byte[] to, int at) {
        if (value >= 0) {
            return writePositive(value, to, at);
        }
        if (value == Long.MIN_VALUE) {
            System.arraycopy(MIN_LONG, 0, to, at, MIN_LONG.length);
            return at + MIN_LONG.length;
        }
        to[at] = '-';
        return writePositive(-value, to, at + 1);
    }

    private static int writePositive(long value, byte[] to, int at) {
        if (value < TEN_TO_THE_8) {
            return writeShort((int) value, to, at);
        }
        long high = value / TEN_TO_THE_8;
        int end = high < TEN_TO_THE_8 ? writeShort((int) high, to, at) : writePositive(high, to, at);
        SwarBytes.put(to, end, eight((int) (value - high * TEN_TO_THE_8)) | ZEROS);
        return end + Long.BYTES;
    }

    private static int writeShort(int value, byte[] to, int at) {
        int count = count(value);
        SwarBytes.put(to, at, (eight(value) | ZEROS) >>> ((Long.BYTES - count) * Byte.SIZE));
        return at + count;
    }

    /**
     * Returns the number of digits of a number below 10^8. Comparisons are predictable for the processor, so the next
     * write does not have to wait for the digits.
     */
    private static int count(int value) {
        int count = 1;
        for (int bound = 10; value >= bound; bound *= 10) {
            count++;
        }
        return count;
    }

    /**
     * Returns the eight decimal digits of a number below 10^8, one in each byte, the first in the lowest byte. All
     * parts are halved at once, three times. The factors are fixed-point reciprocals of 10,000, 100 and 10, exact for
     * all numbers that occur.
     */
    private static long eight(int value) {
        long fours = value / 10_000 + ((long) (value % 10_000) << 32);
        long hundreds = ((fours * 10_486) >>> 20) & 0x0000007f0000007fL;
        long twos = hundreds + ((fours - hundreds * 100) << 16);
        long tens = ((twos * 103) >>> 10) & 0x000f000f000f000fL;
        return tens + ((twos - tens * 10) << 8);
    }

    /**
     * Writes a double of at most 15 significant digits and returns its end; 0 if the double needs more digits.
     *
     * <p>Each double is the nearest one to at most one number with so few digits (IEEE 754-2019, section 5.12.2). So if
     * the correctly rounded division returns the double, the digits that were tried are the shortest.
     */
    static int writeShort(double value, byte[] to, int at) {
        double positive = Math.abs(value);
        if (!(positive < 1e9)) {
            return 0;
        }
        long scaled = (long) (positive * 1e6 + 0.5);
        if (scaled / 1e6 != positive) {
            return positive < 1e3 ? writeLonger(value, to, at) : 0;
        }
        long whole = scaled / 1_000_000;
        int p = writeWhole(value, whole, to, at);
        long digits = eight((int) (scaled - whole * 1_000_000) * 100);
        SwarBytes.put(to, p, digits | ZEROS);
        int count = 6;
        while (count > 1 && SwarBytes.byteAt(digits, count - 1) == 0) {
            count--;
        }
        return p + count;
    }

    /** Writes a double with seven to twelve decimals. */
    private static int writeLonger(double value, byte[] to, int at) {
        double positive = Math.abs(value);
        long scaled = (long) (positive * 1e12 + 0.5);
        if (scaled / 1e12 != positive) {
            return 0;
        }
        long whole = scaled / 1_000_000_000_000L;
        int p = writeWhole(value, whole, to, at);
        long fraction = scaled - whole * 1_000_000_000_000L;
        SwarBytes.put(to, p, eight((int) (fraction / 10_000)) | ZEROS);
        long digits = eight((int) (fraction % 10_000) * 10_000);
        SwarBytes.put(to, p + Long.BYTES, digits | ZEROS);
        int end = p + 2 * Long.BYTES;
        while (to[end - 1] == '0') {
            end--;
        }
        return end;
    }

    /** Writes the sign, the integer part and the decimal point. */
    private static int writeWhole(double value, long whole, byte[] to, int at) {
        int p = at;
        if (Double.doubleToRawLongBits(value) < 0) {
            to[p++] = '-';
        }
        p = writePositive(whole, to, p);
        to[p] = '.';
        return p + 1;
    }

    /**
     * Returns the shortest digits that identify a finite double. JDKs before 19 sometimes print one digit too many
     * (JDK-4511638).
     */
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
}
