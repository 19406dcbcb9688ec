package dev.strait.runtime.spi.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A piece of JSON that is known when code is generated, ready to be compared with and written by words. A record, because
 * the JVM takes the components of records in constants for constants.
 *
 * @param word its bytes 1 to 8
 * @param mask which bytes of {@code word} count
 * @param word2 its bytes 9 to 16
 * @param mask2 which bytes of {@code word2} count
 * @param length how many bytes it has
 * @param isPlain whether it stands in input as these bytes; escapes are another way to write what is not plain ASCII
 * @param bytes all of them, ASCII
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and nobody who gets it writes to it
public record JsonConstant(long word, long mask, long word2, long mask2, int length, boolean isPlain, byte[] bytes) {

    /** A field's name between its comma and its value: {@code ,"text":}. */
    public static JsonConstant name(String name) {
        return of("," + JsonText.quote(name) + ":", NameTable.isPlain(name));
    }

    /** The beginning of a message: <code>{"type":"said"</code>. */
    public static JsonConstant type(String wireName) {
        return of("{\"type\":" + JsonText.quote(wireName));
    }

    static JsonConstant of(String ascii) {
        return of(ascii, true);
    }

    private static JsonConstant of(String ascii, boolean isPlain) {
        byte[] bytes = ascii.getBytes(StandardCharsets.US_ASCII);
        byte[] padded = Arrays.copyOf(bytes, Math.max(bytes.length, 2 * Long.BYTES));
        return new JsonConstant(
                SwarBytes.fullWord(padded, 0),
                SwarBytes.mask(bytes.length),
                SwarBytes.fullWord(padded, Long.BYTES),
                SwarBytes.mask(Math.max(0, bytes.length - Long.BYTES)),
                bytes.length,
                isPlain,
                bytes);
    }

    /** Whether its bytes from the seventeenth on stand at {@code at}, where the first would; there is room for all. */
    boolean isRestAt(byte[] input, int at) {
        return Arrays.equals(input, at + 2 * Long.BYTES, at + length, bytes, 2 * Long.BYTES, length);
    }
}
