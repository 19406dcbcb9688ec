package dev.strait.runtime.spi;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One message on its way out, made once and shared by all its recipients, so it never changes. Safe for all threads. */
public final class TextFrame {

    private final String type;
    private final byte[] utf8;
    /** Made when a transport first asks for it; a race makes it twice and harms nobody. */
    private @Nullable String text;

    /**
     * A frame.
     *
     * @param type the message's name on the wire, for listeners
     * @param utf8 the message; not copied, so nobody may change it any more
     */
    public TextFrame(String type, byte[] utf8) {
        this.type = type;
        this.utf8 = utf8;
    }

    /** The message's name on the wire. */
    public String type() {
        return type;
    }

    /** The message's size in UTF-8. */
    public int bytes() {
        return utf8.length;
    }

    /** The message in UTF-8; for reading only. */
    public byte[] utf8() {
        return utf8;
    }

    /** The message as containers want it that encode by themselves. */
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
