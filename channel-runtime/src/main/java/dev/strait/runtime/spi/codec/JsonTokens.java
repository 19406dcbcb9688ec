package dev.strait.runtime.spi.codec;

import org.jspecify.annotations.Nullable;

/** How deep in a frame the place is, how much of it there was, and what was wrong so far; limits hold from here on. */
class JsonTokens extends JsonInput {

    static final int NULL = word("null");
    static final int TRUE = word("true");
    static final int ALSE = word("alse");

    /** What names may be matched by words up to; nothing once a violation was found. */
    int reach = bytes.length;

    /** How many objects and arrays the place is in. */
    private int depth;

    private int tokens = JsonLimits.TOKENS;
    /** Null until there is anything of the kind. */
    @Nullable
    Extras extras;

    private @Nullable Violations violations;

    JsonTokens(String text) {
        super(text);
    }

    JsonTokens(byte[] utf8) {
        super(utf8);
    }

    /** How many violations were found so far. */
    public final int flaws() {
        return violations == null ? 0 : violations.size();
    }

    /** Whether any violation was found so far. */
    public final boolean isFlawed() {
        return reach == 0;
    }

    /** To add violations, at a place as {@link JsonPointers} knows it. */
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

    /** Counts values and names. */
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

    /** Goes back to where nothing was read yet. */
    final void restart() {
        pos = 0;
        depth = 0;
        tokens = JsonLimits.TOKENS;
    }

    /** Goes into an object or array, whose bracket stands before {@code from}. */
    final void enter(int from) {
        pos = from;
        depth++;
        if (depth > JsonLimits.DEPTH) {
            throw limit(JsonLimits.DEPTH + " nested objects and arrays", from - 1);
        }
    }

    /** Goes out of one, by the bracket that must stand at the given place. */
    final void leave(int bracket, char closing) {
        if (at(bracket) != closing) {
            throw malformed(bracket);
        }
        leave(bracket);
    }

    /** The same where it is known to stand there. */
    final void leave(int bracket) {
        pos = bracket + 1;
        depth--;
    }

    /** Runs over a name whose quote must stand at the given place, and its colon; tells where its closing quote is. */
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

    /** What the frame has besides its message. */
    final Extras extras() {
        Extras known = extras;
        if (known == null) {
            known = new Extras();
            extras = known;
        }
        return known;
    }

    /** Notes that the name at {@code quote}, whose value was just read, stands twice in its object. */
    final void repeated(int quote) {
        violationsAt(valueOf(quote)).add("duplicate", "occurs twice");
    }

    /** Notes that nobody knows the name at {@code quote}, whose value was just read. */
    final void unknown(int quote) {
        violationsAt(valueOf(quote)).add("unknown", "is an unknown field");
    }

    private int valueOf(int quote) {
        return skipSpace(skipSpace(scan(quote + 1) + 1) + 1);
    }

    /** Takes a literal that nobody wants. */
    final void anyLiteral(int at) {
        if (!literal(at, NULL) && !literal(at, TRUE) && !(at(at) == 'f' && literal(at + 1, ALSE))) {
            throw malformed(at);
        }
    }

    /** Takes a literal, if its first or last four bytes are these. */
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
