package dev.strait.runtime.spi.codec;

import org.jspecify.annotations.Nullable;

/**
 * Reads objects and arrays: fields in declared order or in any order, map entries, and elements; and collects their
 * violations.
 */
abstract class JsonFields extends JsonStrings {

    private static final FieldNames NO_FIELDS = FieldNames.of();

    /** Whether the frame's type was read, but not the comma after it. */
    boolean isAtSeparator;

    JsonFields(String text) {
        super(text);
    }

    JsonFields(byte[] utf8) {
        super(utf8);
    }

    private boolean isStrict;

    /** Whether the frame is an envelope. Its own fields have no meaning, except for those that are read explicitly. */
    boolean isEnvelope;

    /** Whether the next value is the one that selected this message or variant. */
    abstract boolean isTypeValue();

    /**
     * Returns the start of the type of the variant whose fields are being read; 0 if they are not those of a variant.
     */
    abstract int variantType();

    /** Returns the property that selected the message or variant whose fields are being read. */
    abstract Discriminator discriminator();

    /** Makes unknown fields violations from now on. */
    public final void refuseUnknownFields() {
        isStrict = true;
    }

    final boolean isStrict() {
        return isStrict;
    }

    /** Skips the rest of an object of unknown type, in which no field counts as unknown. */
    final void skipFields() {
        boolean wasStrict = isStrict;
        isStrict = false;
        anyOrder(NO_FIELDS, 0);
        isStrict = wasStrict;
    }

    /** Enters an object. Returns false, with a violation, if the value is not an object. */
    public final boolean beginObject() {
        if (at(pos) == '{' || at(toValue()) == '{') {
            enter(pos + 1);
            return true;
        }
        mismatch("must be an object");
        return false;
    }

    /** Reads the first name of an object, if it is this one without white space around it. */
    public final boolean first(JsonConstant name) {
        return take(name, pos - 1, ~0xffL); // a bracket or the comma after the type, where the constant has a comma
    }

    /**
     * Reads a comma and a name, if it is this one without white space around it. Not for the first field of an object.
     */
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

    /** Leaves an object whose fields {@code seen} were read in order, if it ends here. */
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
     * Continues in any order, after the fields {@code seen} were read in declared order.
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
     * Moves to the value of the next known field. Unknown fields are skipped.
     *
     * @param expected the field to try first
     * @return the index of the field; {@link FieldNames#END} at the end of the object
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

    /** Adds a field, whose value is next, to those that were seen. A second occurrence is a violation. */
    public final long once(long seen, int field) {
        long bit = 1L << field;
        if ((seen & bit) != 0) {
            violationsAt(toValue()).add("duplicate", "occurs twice");
        }
        return seen | bit;
    }

    /** Returns the next key of a map, whose value is next; null at the end of the map. */
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

    /** Adds a violation: the key of the value that is next occurs twice. */
    public final void repeatedKey() {
        violationsAt(toValue()).add("duplicate", "occurs twice");
    }

    /** Adds a violation: the key of the value that is next is invalid. */
    final void badKey(String rule, String message) {
        violationsAt(toValue()).add(rule, "the key " + message);
    }

    /** Enters an array. Returns false, with a violation, if the value is not an array. */
    public final boolean beginArray() {
        if (at(pos) == '[' || at(toValue()) == '[') {
            enter(pos + 1);
            return true;
        }
        mismatch("must be an array");
        return false;
    }

    /** Moves to the next element. Returns false at the end of the array. */
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

    /** Skips the rest of an array that has too many elements, and adds a violation. */
    public final void tooManyElements(String message) {
        while (nextElement()) {
            Skipper.skip(this);
        }
        violations().add("size", message);
    }

    /** Skips the rest of an array whose elements are refused by {@link SetItems}, and adds a violation. */
    public final void tooManyOfOneHash() {
        while (nextElement()) {
            Skipper.skip(this);
        }
        violations()
                .add(
                        "limit",
                        "must not have more than " + SetItems.MAX_OF_ONE_HASH
                                + " different elements with the same hash code");
    }

    /** Skips the rest of a map that has too many entries, and adds a violation. */
    public final void tooManyEntries(String message) {
        while (nextKey() != null) {
            Skipper.skip(this);
        }
        violations().add("size", message);
    }

    /** Returns the violations, to which those of the value that was just read are added. */
    public final Violations violations() {
        return depth() == 0 ? violationsAt(Violations.ROOT) : violationsAt(~pos);
    }

    /** Adds a violation for each field of {@code required} that is not in {@code seen}. */
    public final void require(FieldNames names, long seen, long required) {
        long missing = required & ~seen;
        for (int field = 0; missing != 0 && field < names.count(); field++) {
            if ((missing & 1L << field) != 0) {
                violations().add("required", "is required", names.pointer(field));
            }
        }
    }

    /**
     * Adds a violation: the constructor of a record threw an exception. The message of an IllegalArgumentException or
     * NullPointerException is shown to the client; that of others may be about the server.
     */
    public final void rejected(Exception objection) {
        violations().add("constructor", Objections.text(objection, "is not a valid combination"));
    }

    /** Adds a violation: an adapter threw an exception. The rules for its message are those of {@link #rejected}. */
    final void rejectedValue(Exception objection) {
        violations().add("format", Objections.text(objection, "is not valid"));
    }

    /**
     * Returns the next value as it is in the frame, to be forwarded. It is read completely, with all limits except that of
     * a string: the size of the frame bounds it. The result must not be used if the value exceeds a limit.
     */
    public final String kept() {
        int from = toValue();
        Skipper.skipKept(this);
        return slice(from, pos);
    }

    /** Skips the next value and returns it as it is in the frame. */
    public final String raw() {
        int from = toValue();
        Skipper.skip(this);
        return slice(from, pos);
    }
}
