package dev.strait.runtime;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * The reason for which a connection closes (RFC 6455, section 7.4).
 *
 * @param code a status code, 1000 to 1015 or 3000 to 4999. Applications usually send 1000, or a code from 3000 on. A reason
 *     that was reported can have any of these codes; see {@link #requireSendable} for those that can be sent
 * @param text a short explanation for debugging, at most 123 bytes of UTF-8
 */
public record CloseReason(int code, String text) {

    private static final int MAX_BYTES = 123;
    /** Protocol errors are reported by the protocol, 1010 by clients only, and the others never travel (section 7.4.1). */
    private static final Set<Integer> NOT_SENDABLE = Set.of(1002, 1004, 1005, 1006, 1010, 1015);

    /** Normal closure: 1000 without a text. */
    public static final CloseReason NORMAL = new CloseReason(1000, "");

    /**
     * Checks both components.
     *
     * @throws IllegalArgumentException if the code is out of range, or if the text does not fit into a close frame
     */
    public CloseReason {
        if (code < 1000 || code > 4999 || (code > 1015 && code < 3000)) {
            throw new IllegalArgumentException("Close code " + code + " is out of range. Use 1000, or 3000 to 4999.");
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "The text of a close reason has at most " + MAX_BYTES + " bytes of UTF-8. Shorten it.");
        }
    }

    /**
     * Returns this reason, if an application may close a connection with it.
     *
     * @throws IllegalArgumentException if the code is 1002, 1004, 1005, 1006, 1010 or 1015
     */
    public CloseReason requireSendable() {
        if (NOT_SENDABLE.contains(code)) {
            throw new IllegalArgumentException(
                    "Close code " + code + " cannot be sent by an application. Use 1000, or 3000 to 4999.");
        }
        return this;
    }
}
