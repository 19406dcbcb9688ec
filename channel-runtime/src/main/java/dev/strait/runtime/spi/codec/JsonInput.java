package dev.strait.runtime.spi.codec;

import dev.strait.runtime.json.FrameException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A frame and the place in it: white space, strings, and what is said of a frame that is not JSON (RFC 8259).
 *
 * <p>A text is read through a projection of one byte for each of its chars, with a question mark for those that one byte
 * cannot hold; it shows where things are, and values are cut out of the text itself. UTF-8 is read as it is.
 */
class JsonInput {

    /** Of the string that was scanned last: it holds escapes. */
    private static final int ESCAPED = 1;
    /** Of the string that was scanned last: its bytes may not be its text. */
    private static final int ODD = 2;

    /** The frame, one byte for each char of {@link #source}, or in UTF-8; at least eight of them. */
    final byte[] bytes;

    /** Where the frame ends; behind it there are zeros. */
    final int end;

    /** The text, where the frame came as one. */
    final @Nullable String source;

    /** What is read next. */
    int pos;

    /** What the last scanned string needs, to become text. */
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

    /** The byte at {@code at}; zero, which no JSON has, beyond the end. */
    final int at(int at) {
        return at < bytes.length ? bytes[at] : 0;
    }

    /** The first place from {@code at} on that is no white space. */
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

    /** Goes to the value that is next, behind white space, if there is any. */
    final int toValue() {
        int p = pos;
        if (at(p) <= ' ') {
            p = skipSpace(p);
            pos = p;
        }
        return p;
    }

    /**
     * Runs over a string whose first char is at {@code from}, and checks all of it.
     *
     * @return where its closing quote is
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

    /** The rest of a string that has escapes, or bytes that may not be its text, or is none. */
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

    /** Whether the bytes of the string that was scanned last are its text, a byte for each char. */
    final boolean isPlain() {
        return needs == 0;
    }

    /** The text of the string that was scanned last. */
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

    /** The frame's text between two places, as it stands there. */
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
        return FrameException.overLimit("The JSON has more than " + what, at, source == null);
    }
}
