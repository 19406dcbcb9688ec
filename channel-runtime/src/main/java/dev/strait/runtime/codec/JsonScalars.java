package dev.strait.runtime.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Values that are neither objects nor arrays. A value of the wrong type is noted as a violation and skipped; what is
 * returned then must not be used. Nothing is coerced from one JSON type to another.
 */
class JsonScalars extends JsonInput {

    private static final int NULL = word("null");
    private static final int TRUE = word("true");
    private static final int ALSE = word("alse");

    /** What names may be matched by words up to; nothing once a violation was found. */
    int reach = bytes.length;

    /** How many objects and arrays the place is in. */
    private int depth;

    private int tokens = JsonLimits.TOKENS;
    /** Null until there is anything of the kind. */
    @Nullable
    Extras extras;

    private @Nullable Violations violations;

    JsonScalars(String text) {
        super(text);
    }

    JsonScalars(byte[] utf8) {
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

    /** To add violations, at a place as {@link Places} knows it. */
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

    /** Goes into an object or array, whose bracket stands before {@code from}. */
    final void enter(int from) {
        pos = from;
        depth++;
        if (depth > JsonLimits.DEPTH) {
            throw limit(JsonLimits.DEPTH + " objects and arrays inside of each other", from - 1);
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
        int value = skipSpace(skipSpace(scan(quote + 1) + 1) + 1);
        violationsAt(value).add("duplicate", "is there twice");
    }

    /** Takes a {@code null}; false, and nothing is taken, if the value is another. */
    public final boolean isNull() {
        return at(pos) > ' ' ? at(pos) == 'n' && literal(pos, NULL) : literal(toValue(), NULL);
    }

    public final boolean booleanValue() {
        if (literal(pos, TRUE)) {
            return true;
        }
        int p = toValue();
        if (literal(p, TRUE)) {
            return true;
        }
        if (at(p) != 'f' || !literal(p + 1, ALSE)) {
            mismatch("must be true or false");
        }
        return false;
    }

    public final byte byteValue() {
        return (byte) integer(Byte.MIN_VALUE, Byte.MAX_VALUE);
    }

    public final short shortValue() {
        return (short) integer(Short.MIN_VALUE, Short.MAX_VALUE);
    }

    public final int intValue() {
        return (int) integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** An integer without fraction or exponent: {@code 1.0} and {@code 1e3} are refused. */
    public final long longValue() {
        return integer(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    public final float floatValue() {
        int from = toValue();
        int to = number(from);
        if (to == from) {
            return 0;
        }
        float value = Decimals.floatOf(this, from, to);
        if (Float.isInfinite(value)) {
            violationsAt(from).add("type", "must be a number that a float can hold");
        }
        return value;
    }

    public final double doubleValue() {
        int p = pos;
        long whole = Words.at(bytes, p);
        int digits = Words.digits(whole);
        if (Words.isShort(whole, digits) && Words.byteAt(whole, digits) == '.') {
            long fraction = Words.at(bytes, p + digits + 1);
            int decimals = Words.digits(fraction);
            if (decimals > 0 && decimals < Long.BYTES && (Words.byteAt(fraction, decimals) | 0x20) != 'e') {
                pos = p + digits + 1 + decimals;
                return Decimals.exact(Words.number(whole, digits), Words.number(fraction, decimals), decimals);
            }
        }
        return longDouble(toValue());
    }

    private double longDouble(int from) {
        int to = number(from);
        if (to == from) {
            return 0;
        }
        double value = Decimals.doubleOf(this, from, to);
        if (Double.isInfinite(value)) {
            violationsAt(from).add("type", "must be a number that a double can hold");
        }
        return value;
    }

    public final char charValue() {
        int from = toValue();
        String text = string();
        if (text != null && text.length() == 1) {
            return text.charAt(0);
        }
        if (text != null) {
            violationsAt(from).add("type", "must be one character");
        }
        return 0;
    }

    public final @Nullable BigInteger bigInteger() {
        int from = toValue();
        int to = number(from);
        if (to == from) {
            return null;
        }
        if (!Numbers.isIntegral(this, from, to)) {
            violationsAt(from).add("type", "must be an integer");
            return null;
        }
        return new BigInteger(slice(from, to));
    }

    public final @Nullable BigDecimal bigDecimal() {
        int from = toValue();
        int to = number(from);
        BigDecimal value = to == from ? null : Decimals.decimalOf(slice(from, to));
        if (to != from && value == null) {
            violationsAt(from).add("type", "must have an exponent of at most " + JsonLimits.SCALE);
        }
        return value;
    }

    /** A string without a constraint on its length: at most 16,384 characters. */
    public final @Nullable String string() {
        return string(JsonLimits.STRING_CHARS);
    }

    /** A string of at most {@code most} characters (UTF-16 units). */
    public final @Nullable String string(int most) {
        int from = pos;
        if (at(from) != '"') {
            from = toValue();
            if (at(from) != '"') {
                mismatch("must be a string");
                return null;
            }
        }
        int to = scan(from + 1);
        pos = to + 1;
        String text = scanned(from + 1, to);
        if (to - from - 1 > most && text.length() > most) {
            violationsAt(from).add("size", "must have at most " + most + " characters");
            return null;
        }
        return text;
    }

    public final <E extends Enum<E>> @Nullable E constant(EnumNames<E> names) {
        int from = toValue();
        if (at(from) != '"') {
            mismatch("must be a string");
            return null;
        }
        int to = scan(from + 1);
        pos = to + 1;
        E constant = names.find(this, from + 1, to);
        if (constant == null) {
            violationsAt(from).add("enum", names.message());
        }
        return constant;
    }

    public final <T> @Nullable T text(TextFormat<T> format) {
        int from = toValue();
        if (at(from) != '"') {
            mismatch("must be a string");
            return null;
        }
        int to = scan(from + 1);
        pos = to + 1;
        T value = isPlain() ? format.parse(this, from + 1, to) : format.parse(scanned(from + 1, to));
        if (value == null) {
            violationsAt(from).add("format", format.message());
        }
        return value;
    }

    /** Notes that the value is not what it must be, and skips it. */
    final void mismatch(String message) {
        int from = toValue();
        boolean isNull = literal(from, NULL);
        if (!isNull) {
            Skipper.skip(this);
        }
        violationsAt(from).add("type", isNull ? "must not be null" : message);
    }

    private long integer(long least, long most) {
        int p = pos;
        long word = Words.at(bytes, p);
        int digits = Words.digits(word);
        if (!Words.isShort(word, digits) || Numbers.isNoInteger(Words.byteAt(word, digits))) {
            return digits == Long.BYTES ? longInteger(p, word, least, most) : otherInteger(least, most);
        }
        pos = p + digits;
        long value = Words.number(word, digits);
        return value >= least && value <= most ? value : outOf(least, most, p);
    }

    /** One of 8 to 15 digits, such as a time in milliseconds. */
    private long longInteger(int p, long word, long least, long most) {
        long next = Words.at(bytes, p + Long.BYTES);
        int more = Words.digits(next);
        if (more == Long.BYTES || (byte) word == '0' || Numbers.isNoInteger(Words.byteAt(next, more))) {
            return otherInteger(least, most);
        }
        pos = p + Long.BYTES + more;
        long value = Words.number(word, Long.BYTES);
        if (more > 0) {
            value = value * Numbers.POWERS[more] + Words.number(next, more);
        }
        return value >= least && value <= most ? value : outOf(least, most, p);
    }

    /** What is negative, longer, or wrong. */
    private long otherInteger(long least, long most) {
        int from = toValue();
        int p = at(from) == '-' ? from + 1 : from;
        int to = p;
        while (Numbers.isDigit(at(to))) {
            to++;
        }
        boolean isNumber = to > p && (at(p) != '0' || to == p + 1);
        if (!isNumber || Numbers.isNoInteger(at(to)) || to - p > Numbers.LONG_DIGITS) {
            return noInteger(from, least, most);
        }
        long value = Numbers.unsigned(bytes, p, to);
        pos = to;
        if (value < 0 && (p == from || value != Long.MIN_VALUE)) {
            return outOf(least, most, from);
        }
        long signed = p == from ? value : -value;
        return signed >= least && signed <= most ? signed : outOf(least, most, from);
    }

    private long noInteger(int from, long least, long most) {
        int to = number(from);
        if (to == from) {
            return 0;
        }
        if (Numbers.isIntegral(this, from, to)) {
            return outOf(least, most, from);
        }
        violationsAt(from).add("type", "must be an integer");
        return 0;
    }

    private long outOf(long least, long most, int from) {
        violationsAt(from).add("type", "must be an integer between " + least + " and " + most);
        return 0;
    }

    /** Goes behind a number; {@code from} again, with a violation, if there is none. */
    private int number(int from) {
        if (at(from) != '-' && !Numbers.isDigit(at(from))) {
            mismatch("must be a number");
            return from;
        }
        int to = Numbers.end(this, from);
        pos = to;
        return to;
    }

    /** Takes a literal that nobody wants. */
    final void anyLiteral(int at) {
        if (!literal(at, NULL) && !literal(at, TRUE) && !(at(at) == 'f' && literal(at + 1, ALSE))) {
            throw malformed(at);
        }
    }

    private boolean literal(int at, int word) {
        if ((int) Words.at(bytes, at) != word) {
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
