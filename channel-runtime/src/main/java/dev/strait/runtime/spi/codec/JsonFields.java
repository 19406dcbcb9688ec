package dev.strait.runtime.spi.codec;

import org.jspecify.annotations.Nullable;

/** Objects and arrays: fields in declared order or in any, entries, elements, and what is wrong with them. */
abstract class JsonFields extends JsonStrings {

    private static final FieldNames NO_FIELDS = FieldNames.of();

    /** The frame's type was taken, and no comma behind it. */
    boolean isAtSeparator;

    JsonFields(String text) {
        super(text);
    }

    JsonFields(byte[] utf8) {
        super(utf8);
    }

    private boolean isStrict;

    /** The frame is an envelope: of its own fields, none has a meaning but those that are asked for. */
    boolean isEnvelope;

    /** Whether the value that is next is the one that told which message, or which variant, this is. */
    abstract boolean isTypeValue();

    /** Where the type of a variant begins whose fields are read; 0 where they are of no variant. */
    abstract int variantType();

    /** From now on, fields that nobody knows are violations. */
    public final void refuseUnknownFields() {
        isStrict = true;
    }

    final boolean isStrict() {
        return isStrict;
    }

    /** Runs over the rest of an object of which nobody knows what it is, so that no field of it is unknown. */
    final void skipFields() {
        boolean wasStrict = isStrict;
        isStrict = false;
        anyOrder(NO_FIELDS, 0);
        isStrict = wasStrict;
    }

    /** Goes into an object; false, with a violation, if the value is none. */
    public final boolean beginObject() {
        if (at(pos) == '{' || at(toValue()) == '{') {
            enter(pos + 1);
            return true;
        }
        mismatch("must be an object");
        return false;
    }

    /** Takes the first name of an object, if it is this one and no white space is around it. */
    public final boolean first(JsonConstant name) {
        return take(name, pos - 1, ~0xffL); // a bracket, or the comma behind the type: the constant has a comma there
    }

    /** Takes a comma and a name, if it is this one and no white space is around it; not at the start of an object. */
    public final boolean expect(JsonConstant name) {
        return take(name, pos, ~0L);
    }

    private boolean take(JsonConstant name, int p, long mask) {
        int length = name.length();
        if (!name.isPlain()
                || p + length > reach
                || ((SwarBytes.at(bytes, p) ^ name.word()) & name.mask() & mask) != 0) {
            return false;
        }
        if (length > Long.BYTES && (SwarBytes.at(bytes, p + Long.BYTES) & name.mask2()) != name.word2()) {
            return false;
        }
        if (length > 2 * Long.BYTES && !name.isRestAt(bytes, p)) {
            return false;
        }
        pos = p + length;
        return true;
    }

    /** Goes out of an object whose fields of {@code seen} were read in order, if it ends here. */
    public final boolean endObject(long seen) {
        int p = pos;
        if (p >= reach || bytes[p] != '}') {
            return false;
        }
        leave(p);
        count(2 * Long.bitCount(seen));
        return true;
    }

    /**
     * Goes on in any order, after the fields of {@code seen} were read in order.
     *
     * @return the index of a field, whose value is next; {@link FieldNames#END} at the end of the object
     */
    public final int anyOrder(FieldNames names, long seen) {
        count(2 * Long.bitCount(seen));
        if (extras != null) {
            extras.begin(depth());
        }
        if (seen != 0 || isAtSeparator) {
            return next(names, Long.SIZE - Long.numberOfLeadingZeros(seen));
        }
        int p = skipSpace(pos);
        return at(p) == '}' ? endAt(p) : field(names, 0, p);
    }

    /**
     * Goes to the value of the next field that {@code names} knows, and skips others.
     *
     * @param expected the field that is tried first
     * @return its index; {@link FieldNames#END} at the end of the object
     */
    public final int next(FieldNames names, int expected) {
        isAtSeparator = false;
        int p = skipSpace(pos);
        if (at(p) == ',') {
            return field(names, expected, skipSpace(p + 1));
        }
        return endAt(p);
    }

    private int endAt(int p) {
        leave(p, '}');
        return FieldNames.END;
    }

    private int field(FieldNames names, int expected, int quote) {
        int p = quote;
        while (true) {
            count(2);
            if (expected < names.count() && take(names.constant(expected), p - 1, ~0xffL)) {
                return expected;
            }
            int nameEnd = name(p);
            int field = names.table().find(this, p + 1, nameEnd);
            if (field != NameTable.NONE) {
                return field;
            }
            extras().take(this, p + 1, nameEnd);
            p = skipSpace(pos);
            if (at(p) != ',') {
                return endAt(p);
            }
            p = skipSpace(p + 1);
        }
    }

    /** Marks a field, whose value is next, as seen; a second time is a violation. */
    public final long once(long seen, int field) {
        long bit = 1L << field;
        if ((seen & bit) != 0) {
            violationsAt(toValue()).add("duplicate", "occurs twice");
        }
        return seen | bit;
    }

    /** The next name of a map's object, whose value is next; null at its end. */
    public final @Nullable String nextKey() {
        int p = skipSpace(pos);
        if (at(pos - 1) != '{') {
            if (at(p) != ',') {
                leave(p, '}');
                return null;
            }
            p = skipSpace(p + 1);
        } else if (at(p) == '}') {
            leave(p, '}');
            return null;
        }
        count(2);
        int nameEnd = name(p);
        return scanned(p + 1, nameEnd);
    }

    /** Notes that a map's key, whose value is next, is there already. */
    public final void repeatedKey() {
        violationsAt(toValue()).add("duplicate", "occurs twice");
    }

    /** Notes that a map's key, whose value is next, is none. */
    final void badKey(String rule, String message) {
        violationsAt(toValue()).add(rule, "the key " + message);
    }

    /** Goes into an array; false, with a violation, if the value is none. */
    public final boolean beginArray() {
        if (at(pos) == '[' || at(toValue()) == '[') {
            enter(pos + 1);
            return true;
        }
        mismatch("must be an array");
        return false;
    }

    /** Goes to the next element; false at the end of the array. */
    public final boolean nextElement() {
        int p = pos;
        boolean isFirst = at(p - 1) == '[';
        if (!isFirst && at(p) == ',') {
            count(1);
            pos = p + 1;
            return true;
        }
        p = skipSpace(p);
        int unit = at(p);
        if (unit == ']') {
            leave(p, ']');
            return false;
        }
        if (!isFirst && unit != ',') {
            throw malformed(p);
        }
        count(1);
        pos = isFirst ? p : p + 1;
        return true;
    }

    /** Notes that an array has more elements than it may, and skips the rest of them. */
    public final void tooManyElements(String message) {
        while (nextElement()) {
            Skipper.skip(this);
        }
        violations().add("size", message);
    }

    /** Notes that a map has more entries than it may, and skips the rest of them. */
    public final void tooManyEntries(String message) {
        while (nextKey() != null) {
            Skipper.skip(this);
        }
        violations().add("size", message);
    }

    /** To add violations to the value that was just read. */
    public final Violations violations() {
        return depth() == 0 ? violationsAt(Violations.ROOT) : violationsAt(~pos);
    }

    /** Notes a violation for each field of {@code required} that is not in {@code seen}. */
    public final void require(FieldNames names, long seen, long required) {
        long missing = required & ~seen;
        for (int field = 0; missing != 0 && field < names.count(); field++) {
            if ((missing & 1L << field) != 0) {
                violations().add("required", "is required", names.pointer(field));
            }
        }
    }

    /** Notes what a record's constructor objected to, in its own words. */
    public final void rejected(RuntimeException objection) {
        String text = objection instanceof NullPointerException || objection.getMessage() == null
                ? "is not a valid combination"
                : Printable.of(objection.getMessage());
        violations().add("constructor", text);
    }

    /** Notes what an adapter objected to, in its own words. */
    final void rejectedValue(RuntimeException objection) {
        violations()
                .add("format", objection.getMessage() == null ? "is not valid" : Printable.of(objection.getMessage()));
    }

    /**
     * An object that goes on to others as it stands in the frame: read whole, with all limits. What is returned must not be
     * used if it is none, or breaks one.
     */
    public final String object() {
        int from = toValue();
        if (at(from) != '{') {
            mismatch("must be an object");
            return "";
        }
        Skipper.skipKept(this);
        return slice(from, pos);
    }

    /** The value that is next as it stands in the frame, skipped. */
    public final String raw() {
        int from = toValue();
        Skipper.skip(this);
        return slice(from, pos);
    }
}
