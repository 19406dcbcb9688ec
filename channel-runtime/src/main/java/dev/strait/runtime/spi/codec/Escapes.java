package dev.strait.runtime.spi.codec;

import dev.strait.runtime.json.FrameException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Escapes in strings (RFC 8259, section 7). */
final class Escapes {

    private static final String SIMPLE = "\"\\\n\r\t\b\f";
    private static final String SIMPLE_NAMES = "\"\\nrtbf";

    private Escapes() {}

    /**
     * Returns the end of an escape that starts at {@code at}, or of the two escapes of a surrogate pair.
     *
     * @throws FrameException if there is no valid escape, or an unpaired surrogate
     */
    static int end(JsonInput in, int at) {
        if (at >= in.end || in.at(at) != '\\') {
            throw in.malformed(at);
        }
        if (in.at(at + 1) != 'u') {
            if (simple(in.at(at + 1)) == 0) {
                throw in.malformed(at + 1);
            }
            return at + 2;
        }
        int unit = hex(in, at + 2);
        if (!Character.isSurrogate((char) unit)) {
            return at + 6;
        }
        boolean isPair = Character.isHighSurrogate((char) unit)
                && in.at(at + 6) == '\\'
                && in.at(at + 7) == 'u'
                && Character.isLowSurrogate((char) hex(in, at + 8));
        if (!isPair) {
            throw in.malformedAt("A string contains an unpaired surrogate", at);
        }
        return at + 12;
    }

    /**
     * Decodes a checked string whose bytes, apart from escapes, are characters of Latin-1. Returns null if an escape is
     * not a character of Latin-1.
     */
    static @Nullable String decode(byte[] escaped, int from, int to) {
        byte[] text = new byte[to - from];
        int length = 0;
        int p = from;
        while (p < to) {
            byte unit = escaped[p];
            if (unit != '\\') {
                text[length++] = unit;
                p++;
            } else if (escaped[p + 1] != 'u') {
                text[length++] = (byte) simple(escaped[p + 1]);
                p += 2;
            } else if (escaped[p + 2] == '0' && escaped[p + 3] == '0') {
                text[length++] =
                        (byte) (Character.digit(escaped[p + 4], 16) << 4 | Character.digit(escaped[p + 5], 16));
                p += 6;
            } else {
                return null;
            }
        }
        return new String(text, 0, length, StandardCharsets.ISO_8859_1);
    }

    /** Decodes any checked string. */
    static String decode(String escaped) {
        StringBuilder text = new StringBuilder(escaped.length());
        int from = 0;
        for (int at = escaped.indexOf('\\'); at >= 0; at = escaped.indexOf('\\', from)) {
            text.append(escaped, from, at);
            char kind = escaped.charAt(at + 1);
            if (kind == 'u') {
                text.append((char) Integer.parseInt(escaped, at + 2, at + 6, 16));
                from = at + 6;
            } else {
                text.append((char) simple(kind));
                from = at + 2;
            }
        }
        return text.append(escaped, from, escaped.length()).toString();
    }

    /** Returns the character of a two-character escape; 0 if there is no such escape. */
    private static int simple(int kind) {
        return switch (kind) {
            case '"', '\\', '/' -> kind;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> 0;
        };
    }

    /** Writes the escape of a character and returns its end. */
    static int write(char unit, byte[] to, int at) {
        to[at] = '\\';
        int simple = SIMPLE.indexOf(unit);
        if (simple >= 0) {
            to[at + 1] = (byte) SIMPLE_NAMES.charAt(simple);
            return at + 2;
        }
        to[at + 1] = 'u';
        for (int i = 0; i < 4; i++) {
            to[at + 2 + i] = (byte) Character.forDigit((unit >> (12 - 4 * i)) & 0xf, 16);
        }
        return at + 6;
    }

    private static int hex(JsonInput in, int at) {
        int unit = 0;
        for (int p = at; p < at + 4; p++) {
            int digit = Character.digit((char) (in.at(p) & 0xff), 16);
            if (digit < 0) {
                throw in.malformed(p);
            }
            unit = unit << 4 | digit;
        }
        return unit;
    }
}
