package dev.strait.runtime.spi;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One outbound message, encoded once and shared by all recipients. Immutable and safe for all threads. */
public final class TextFrame {

    private final String type;
    private final byte[] utf8;
    /** Created when a transport first needs it. A race creates it twice, which is harmless. */
    private @Nullable String text;

    /**
     * Creates a frame.
     *
     * @param type the message's type on the wire, for listeners
     * @param utf8 the message in UTF-8; not copied, so it must not change afterwards
     */
    public TextFrame(String type, byte[] utf8) {
        this.type = type;
        this.utf8 = utf8;
    }

    /** Returns the message's type on the wire. */
    public String type() {
        return type;
    }

    /** Returns the size of the message in bytes of UTF-8. */
    public int bytes() {
        return utf8.length;
    }

    /** Returns the message in UTF-8. Do not modify the array. */
    public byte[] utf8() {
        return utf8;
    }

    /** Returns the message as a string, for containers that encode it themselves. */
    public String text() {
        String known = text;
        if (known == null) {
            known = new String(utf8, StandardCharsets.UTF_8);
            text = known;
        }
        return known;
    }

    @Override
    public String toString() {
        return text();
    }
}
