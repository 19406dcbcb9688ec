package dev.strait.runtime;

import java.nio.charset.StandardCharsets;

/**
 * Why a connection closes (RFC 6455, section 7.4).
 *
 * @param code 1000, 1001, 1003, 1007 to 1014, or 3000 to 4999 where an application or a peer chose it; 1005 and 1006
 *     are seen only, never sent
 * @param text a short reason, at most 123 bytes of UTF-8, for people who read traces
 */
public record CloseReason(int code, String text) {

    private static final int MAX_BYTES = 123;

    /** Done. */
    public static final CloseReason NORMAL = new CloseReason(1000, "");

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException the code is none of RFC 6455, or the text is too long for a close frame
     */
    public CloseReason {
        if (code < 1000 || code > 4999 || (code > 1015 && code < 3000)) {
            throw new IllegalArgumentException("Close code " + code + " is not one of 1000 to 1015 or 3000 to 4999.");
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new IllegalArgumentException("A close reason has at most " + MAX_BYTES + " bytes of UTF-8.");
        }
    }
}
