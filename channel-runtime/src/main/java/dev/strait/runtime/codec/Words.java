package dev.strait.runtime.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes at a time. A mark is the highest bit of a byte; of several marks only the lowest is sure to be right, since
 * a borrow may add others above it.
 */
final class Words {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** The highest bit of each byte. */
    static final long HIGH = 0x8080808080808080L;

    private static final long ONES = 0x0101010101010101L;
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';
    private static final long QUESTIONS = ONES * '?';
    private static final long SPACES = ONES * ' ';

    private Words() {}

    /** The word at {@code at}, which must be whole. */
    static long whole(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }

    /** The word at {@code at}; what lies beyond the array is zero. The array has at least eight bytes. */
    static long at(byte[] bytes, int at) {
        return at <= bytes.length - Long.BYTES ? (long) LONG.get(bytes, at) : last(bytes, at);
    }

    private static long last(byte[] bytes, int at) {
        int missing = at - (bytes.length - Long.BYTES);
        return missing >= Long.BYTES ? 0 : (long) LONG.get(bytes, bytes.length - Long.BYTES) >>> (missing * Byte.SIZE);
    }

    static void put(byte[] bytes, int at, long word) {
        LONG.set(bytes, at, word);
    }

    /** A mask for the first {@code length} bytes, 0 to 8 of them. */
    static long mask(int length) {
        return length >= Long.BYTES ? -1L : (1L << (length * Byte.SIZE)) - 1;
    }

    /** Marks what a string cannot simply run over: the quote, the backslash, and control characters. */
    static long stops(long word) {
        long quote = word ^ QUOTES;
        long backslash = word ^ BACKSLASHES;
        return (((quote - ONES) & ~quote) | ((backslash - ONES) & ~backslash) | ((word - SPACES) & ~word)) & HIGH;
    }

    /** Marks question marks. */
    static long questions(long word) {
        long question = word ^ QUESTIONS;
        return (question - ONES) & ~question & HIGH;
    }

    /** How many bytes lie before the lowest mark. */
    static int before(long marks) {
        return Long.numberOfTrailingZeros(marks) >>> 3;
    }
}
