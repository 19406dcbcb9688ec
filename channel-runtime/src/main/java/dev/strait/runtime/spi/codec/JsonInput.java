package dev.strait.runtime.spi.codec;

import dev.strait.runtime.json.FrameException;
import dev.strait.runtime.json.Violation;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A frame and a position in it: white space, strings, and the errors of frames that are not JSON (RFC 8259).
 *
 * <p>A text is read through a projection of one byte for each character, with a question mark for characters that do
 * not fit into a byte. The projection locates values; their content is taken from the text itself. UTF-8 is read
 * directly.
 */
class JsonInput {

    /** Flag of the last scanned string: it contains escapes. */
    private static final int ESCAPED = 1;
    /** Flag of the last scanned string: its bytes are not necessarily its characters. */
    private static final int ODD = 2;

    /** The frame: one byte for each character of {@link #source}, or UTF-8. At least eight bytes. */
    final byte[] bytes;

    /** The end of the frame. Zeros follow it. */
    final int end;

    /** The text, if the frame came as one; null for UTF-8. */
    final @Nullable String source;

    /** The position of what is read next. */
    int pos;

    /** The flags of the last scanned string. */
    private int needs;

    JsonInput(String text) {
        source = text;
        end = text.length();
        byte[] projection = text.getBytes(StandardCharsets.ISO_8859_1);
        bytes = projection.length == end && end >= Long.BYTES ? projection : Surrogates.projection(text);
    }

    JsonInput(byte[] utf8) {
        source = null;
        end = utf8.length;
        bytes = end >= Long.BYTES ? utf8 : Arrays.copyOf(utf8, Long.BYTES);
    }

    /** Returns the byte at {@code at}; zero, which does not occur in JSON, after the end. */
    final int at(int at) {
        return at < bytes.length ? bytes[at] : 0;
    }

    /** Returns the first position from {@code at} on that is not white space. */
    final int skipSpace(int at) {
        int p = at;
        while (true) {
            int unit = at(p);
            if (unit > ' ' || (unit != ' ' && unit != '\n' && unit != '\r' && unit != '\t')) {
                return p;
            }
            p++;
        }
    }

    /** Skips white space before the next value, and returns the position of the value. */
    final int toValue() {
        int p = pos;
        if (at(p) <= ' ') {
            p = skipSpace(p);
            pos = p;
        }
        return p;
    }

    /**
     * Scans and checks a string whose first character is at {@code from}.
     *
     * @return the position of its closing quote
     */
    final int scan(int from) {
        return source == null ? scanUtf8(from) : scanText(from);
    }

    private int scanText(int from) {
        byte[] input = bytes;
        int p = from;
        long questions = 0;
        while (true) {
            long word = SwarBytes.at(input, p);
            long stops = SwarBytes.stops(word);
            if (stops != 0) {
                questions |= SwarBytes.questions(word) & SwarBytes.below(stops);
                p += SwarBytes.before(stops);
                break;
            }
            questions |= SwarBytes.questions(word);
            p += Long.BYTES;
        }
        return at(p) == '"' && questions == 0 ? plain(p) : scanOn(from, p, questions);
    }

    private int scanUtf8(int from) {
        byte[] input = bytes;
        int p = from;
        long all = 0;
        while (true) {
            long word = SwarBytes.at(input, p);
            long stops = SwarBytes.stops(word);
            if (stops != 0) {
                all |= word & SwarBytes.below(stops);
                p += SwarBytes.before(stops);
                break;
            }
            all |= word;
            p += Long.BYTES;
        }
        long odd = all & SwarBytes.HIGH;
        return at(p) == '"' && odd == 0 ? plain(p) : scanOn(from, p, odd);
    }

    private int plain(int to) {
        needs = 0;
        return to;
    }

    /** Scans the rest of a string that has escapes or unusual bytes, or that does not end. */
    private int scanOn(int from, int stop, long oddBefore) {
        boolean isOdd = oddBefore != 0;
        boolean isEscaped = false;
        int p = stop;
        while (at(p) != '"') {
            isEscaped = true;
            p = Escapes.end(this, p);
            for (long stops = 0; stops == 0; p += SwarBytes.before(stops)) {
                long word = SwarBytes.at(bytes, p);
                stops = SwarBytes.stops(word);
                long odd = source == null ? word & SwarBytes.HIGH : SwarBytes.questions(word);
                isOdd |= (odd & (stops == 0 ? -1L : SwarBytes.below(stops))) != 0;
            }
        }
        if (isOdd) {
            checkOdd(from, p);
        }
        needs = (isEscaped ? ESCAPED : 0) | (isOdd ? ODD : 0);
        return p;
    }

    private void checkOdd(int from, int to) {
        int wrong = source == null ? Utf8.firstMalformed(bytes, from, to) : Surrogates.firstLone(source, from, to);
        if (wrong >= 0) {
            throw source == null
                    ? malformedAt("The frame is not valid UTF-8", wrong)
                    : malformedAt("A string contains an unpaired surrogate", wrong);
        }
    }

    /** Whether each byte of the last scanned string is a character of it. */
    final boolean isPlain() {
        return needs == 0;
    }

    /** Returns the text of the last scanned string. */
    final String scanned(int from, int to) {
        if (needs == ESCAPED) {
            String text = Escapes.decode(bytes, from, to);
            return text == null ? Escapes.decode(slice(from, to)) : text;
        }
        if ((needs & ESCAPED) != 0) {
            return Escapes.decode(slice(from, to));
        }
        return source == null && needs == 0
                ? new String(bytes, from, to - from, StandardCharsets.ISO_8859_1)
                : slice(from, to);
    }

    /** Returns the text between two positions, as it is in the frame. */
    final String slice(int from, int to) {
        return source != null ? source.substring(from, to) : new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    final FrameException malformed(int at) {
        return at >= end ? malformedAt("The JSON is incomplete", end) : malformedAt("Invalid JSON", at);
    }

    final FrameException malformedAt(String what, int at) {
        return FrameException.malformed(what, at, source == null);
    }

    final FrameException limit(String what, int at) {
        String path = JsonPointers.of(this, Set.of(at)).getOrDefault(at, "");
        return FrameException.overLimit(
                new Violation(Violations.shortened(path), "limit", "must not have more than " + what));
    }
}
