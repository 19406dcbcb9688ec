package dev.strait.runtime.spi.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A piece of JSON that is known when code is generated, prepared for comparing and writing word by word. A record,
 * because the JVM treats the components of constant records as constants.
 *
 * @param word its bytes 1 to 8
 * @param mask the bytes of {@code word} that count
 * @param word2 its bytes 9 to 16
 * @param mask2 the bytes of {@code word2} that count
 * @param length the number of bytes
 * @param isPlain whether input always contains these very bytes; JSON may escape anything that is not plain ASCII
 * @param bytes all bytes, in ASCII
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never modified
public record JsonConstant(long word, long mask, long word2, long mask2, int length, boolean isPlain, byte[] bytes) {

    /** Returns the name of a field, between its comma and its value: {@code ,"text":}. */
    public static JsonConstant name(String name) {
        return of("," + JsonText.quote(name) + ":", NameTable.isPlain(name));
    }

    /** Returns the beginning of a message: <code>{"type":"said"</code>. */
    public static JsonConstant type(String wireName) {
        return of("{\"type\":" + JsonText.quote(wireName));
    }

    /** Returns the beginning of an object with another discriminator: <code>{"kind":"circle"</code>. */
    public static JsonConstant type(String discriminator, String wireName) {
        return of("{" + JsonText.quote(discriminator) + ":" + JsonText.quote(wireName));
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

    /**
     * Returns whether its bytes from the 17th on are in the input, if its first byte is at {@code at}. The input is
     * long enough.
     */
    boolean isRestAt(byte[] input, int at) {
        return Arrays.equals(input, at + 2 * Long.BYTES, at + length, bytes, 2 * Long.BYTES, length);
    }
}
