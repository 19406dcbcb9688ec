package dev.strait.runtime.spi.codec;

import org.jspecify.annotations.Nullable;

/** Tracks the depth, the number of tokens and the violations of a frame, and applies the limits to them. */
class JsonTokens extends JsonInput {

    static final int NULL = word("null");
    static final int TRUE = word("true");
    static final int ALSE = word("alse"); // of "false"

    /** The end of the range in which names are matched by words; 0 after a violation. */
    int reach = bytes.length;

    /** The number of open objects and arrays. */
    private int depth;

    private int tokens = JsonLimits.TOKENS;
    /** Null before the first such field. */
    @Nullable
    Extras extras;

    private @Nullable Violations violations;

    JsonTokens(String text) {
        super(text);
    }

    JsonTokens(byte[] utf8) {
        super(utf8);
    }

    /** Returns the number of violations so far. */
    public final int flaws() {
        return violations == null ? 0 : violations.size();
    }

    /** Returns whether there are violations so far. */
    public final boolean isFlawed() {
        return reach == 0;
    }

    /** Returns the violations, positioned as {@link JsonPointers} defines it. */
    final Violations violationsAt(int place) {
        reach = 0;
        Violations known = violations;
        if (known == null) {
            known = new Violations(this);
            violations = known;
        }
        return known.at(place);
    }

    final @Nullable Violations found() {
        return violations;
    }

    /** Counts values and names, and checks their maximum number. */
    final void count(int some) {
        tokens -= some;
        if (tokens < 0) {
            throw limit(JsonLimits.TOKENS + " values and names", pos);
        }
    }

    final int tokensLeft() {
        return tokens;
    }

    final void tokensLeft(int left) {
        tokens = left;
    }

    final int depth() {
        return depth;
    }

    /** Moves back to the start of the frame. */
    final void restart() {
        pos = 0;
        depth = 0;
        tokens = JsonLimits.TOKENS;
    }

    /** Enters an object or array, whose bracket is before {@code from}. */
    final void enter(int from) {
        pos = from;
        depth++;
        if (depth > JsonLimits.DEPTH) {
            throw limit(JsonLimits.DEPTH + " nested objects and arrays", from - 1);
        }
    }

    /** Leaves an object or array, whose closing bracket must be at the given position. */
    final void leave(int bracket, char closing) {
        if (at(bracket) != closing) {
            throw malformed(bracket);
        }
        leave(bracket);
    }

    /** Leaves an object or array, whose closing bracket is known to be at the given position. */
    final void leave(int bracket) {
        pos = bracket + 1;
        depth--;
    }

    /**
     * Reads a name, whose quote must be at the given position, and its colon. Returns the position of its closing
     * quote.
     */
    final int name(int quote) {
        if (at(quote) != '"') {
            throw malformed(quote);
        }
        int nameEnd = scan(quote + 1);
        boolean isLong = nameEnd - quote - 1 > JsonLimits.NAME_CHARS;
        if (isLong && scanned(quote + 1, nameEnd).length() > JsonLimits.NAME_CHARS) {
            throw limit(JsonLimits.NAME_CHARS + " characters in a name", quote);
        }
        int colon = skipSpace(nameEnd + 1);
        if (at(colon) != ':') {
            throw malformed(colon);
        }
        pos = colon + 1;
        return nameEnd;
    }

    /** Returns the fields of the frame that are not part of its message. */
    final Extras extras() {
        Extras known = extras;
        if (known == null) {
            known = new Extras();
            extras = known;
        }
        return known;
    }

    /** Adds a violation: the name at {@code quote}, whose value was just read, occurs twice in its object. */
    final void repeated(int quote) {
        violationsAt(valueOf(quote)).add("duplicate", "occurs twice");
    }

    /** Adds a violation: the name at {@code quote}, whose value was just read, is unknown. */
    final void unknown(int quote) {
        violationsAt(valueOf(quote)).add("unknown", "is an unknown field");
    }

    private int valueOf(int quote) {
        return skipSpace(skipSpace(scan(quote + 1) + 1) + 1);
    }

    /** Skips a literal. */
    final void anyLiteral(int at) {
        if (!literal(at, NULL) && !literal(at, TRUE) && !(at(at) == 'f' && literal(at + 1, ALSE))) {
            throw malformed(at);
        }
    }

    /** Reads a literal, if its first or last four bytes are these. */
    final boolean literal(int at, int word) {
        if ((int) SwarBytes.at(bytes, at) != word) {
            return false;
        }
        pos = at + Integer.BYTES;
        return true;
    }

    private static int word(String literal) {
        int word = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            word |= literal.charAt(i) << (i * Byte.SIZE);
        }
        return word;
    }
}
