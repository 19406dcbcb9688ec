package dev.strait.runtime.spi.codec;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent-encoding of text in URIs (RFC 3986, section 2.1). */
public final class PercentEncoding {

    /** What stands for itself (section 2.3). */
    private static final String UNRESERVED = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private PercentEncoding() {}

    /** Returns a text in which all but unreserved characters are encoded, as UTF-8. */
    public static String encode(String text) {
        return encode(text, UNRESERVED);
    }

    /** Returns a text in which all characters but some of ASCII are encoded, as UTF-8. */
    public static String encode(String text, String plain) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (plain.indexOf(octet) >= 0) {
                encoded.append((char) octet);
            } else {
                encoded.append('%').append(HEX.toHexDigits(octet));
            }
        }
        return encoded.toString();
    }
}
