package dev.strait.runtime.spi.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Processes eight bytes at a time (SIMD within a register). A mark is the highest bit of a byte. Of several marks only
 * the lowest is reliable, because a borrow may set others above it.
 */
final class SwarBytes {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** The highest bit of each byte. */
    static final long HIGH = 0x8080808080808080L;

    private static final long ONES = 0x0101010101010101L;
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';
    private static final long QUESTIONS = ONES * '?';
    private static final long SPACES = ONES * ' ';
    private static final long ZEROS = ONES * '0';

    private SwarBytes() {}

    /** Returns the word at {@code at}, all of whose bytes are in the array. */
    static long fullWord(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }

    /** Returns the word at {@code at}, with zeros for bytes after the array. The array has at least eight bytes. */
    static long at(byte[] bytes, int at) {
        return at <= bytes.length - Long.BYTES ? (long) LONG.get(bytes, at) : last(bytes, at);
    }

    /**
     * Reads byte by byte. It deliberately has so many instructions that the JVM does not inline it: it is called only
     * at the end of a frame, and its callers are faster when they are small.
     */
    private static long last(byte[] bytes, int at) {
        return switch (bytes.length - at) {
            case 7 ->
                (bytes[at] & 0xffL)
                        | ((bytes[at + 1] & 0xffL) << 8)
                        | ((bytes[at + 2] & 0xffL) << 16)
                        | ((bytes[at + 3] & 0xffL) << 24)
                        | ((bytes[at + 4] & 0xffL) << 32)
                        | ((bytes[at + 5] & 0xffL) << 40)
                        | ((bytes[at + 6] & 0xffL) << 48);
            case 6 ->
                (bytes[at] & 0xffL)
                        | ((bytes[at + 1] & 0xffL) << 8)
                        | ((bytes[at + 2] & 0xffL) << 16)
                        | ((bytes[at + 3] & 0xffL) << 24)
                        | ((bytes[at + 4] & 0xffL) << 32)
                        | ((bytes[at + 5] & 0xffL) << 40);
            case 5 ->
                (bytes[at] & 0xffL)
                        | ((bytes[at + 1] & 0xffL) << 8)
                        | ((bytes[at + 2] & 0xffL) << 16)
                        | ((bytes[at + 3] & 0xffL) << 24)
                        | ((bytes[at + 4] & 0xffL) << 32);
            case 4 ->
                (bytes[at] & 0xffL)
                        | ((bytes[at + 1] & 0xffL) << 8)
                        | ((bytes[at + 2] & 0xffL) << 16)
                        | ((bytes[at + 3] & 0xffL) << 24);
            case 3 -> (bytes[at] & 0xffL) | ((bytes[at + 1] & 0xffL) << 8) | ((bytes[at + 2] & 0xffL) << 16);
            case 2 -> (bytes[at] & 0xffL) | ((bytes[at + 1] & 0xffL) << 8);
            case 1 -> bytes[at] & 0xffL;
            default -> 0;
        };
    }

    static void put(byte[] bytes, int at, long word) {
        LONG.set(bytes, at, word);
    }

    /** Returns a mask for the first {@code length} bytes, 0 to 8. */
    static long mask(int length) {
        return length >= Long.BYTES ? -1L : (1L << (length * Byte.SIZE)) - 1;
    }

    /** Marks the bytes that end the fast scan of a string: quotes, backslashes and control characters. */
    static long stops(long word) {
        long quote = word ^ QUOTES;
        long backslash = word ^ BACKSLASHES;
        return (((quote - ONES) & ~quote) | ((backslash - ONES) & ~backslash) | ((word - SPACES) & ~word)) & HIGH;
    }

    /** Returns a mask for the bytes below the lowest mark, which must exist. */
    static long below(long marks) {
        return (marks & -marks) - 1;
    }

    /** Marks question marks. */
    static long questions(long word) {
        long question = word ^ QUESTIONS;
        return (question - ONES) & ~question & HIGH;
    }

    /** Returns the number of bytes before the lowest mark; eight if there is no mark. */
    static int before(long marks) {
        return Long.numberOfTrailingZeros(marks) >>> 3;
    }

    /** Returns the number of ASCII digits at the start of a word. */
    static int digits(long word) {
        long values = word ^ ZEROS;
        return before((((values & ~HIGH) + ONES * (0x7f - 9)) | values) & HIGH);
    }

    /** Returns whether a number has these digits only, all in this word, and no leading zero. */
    static boolean isShort(long word, int digits) {
        return digits > 0 && digits < Long.BYTES && (digits == 1 || (byte) word != '0');
    }

    static int byteAt(long word, int at) {
        return (int) (word >>> (at * Byte.SIZE)) & 0xff;
    }

    /** Returns the value of the first {@code count} ASCII digits of a word, 1 to 8. */
    static long number(long word, int count) {
        long padded = (word ^ ZEROS) << ((Long.BYTES - count) * Byte.SIZE); // zeros before the first digit
        long pairs = padded * 10 + (padded >>> 8);
        long low = (pairs & 0x000000ff000000ffL) * (100 + (1_000_000L << 32));
        long high = (pairs >>> 16 & 0x000000ff000000ffL) * (1 + (10_000L << 32));
        return (low + high) >>> 32;
    }
}
