package dev.strait.runtime.codec;

import org.jspecify.annotations.Nullable;

/**
 * Reads one frame for a generated codec: a JSON object (RFC 8259), strictly, and within limits on its size. What is no JSON
 * is refused at once; what is of the wrong type, missing or there twice is noted, and reading goes on, so that all of a
 * message's mistakes are found in one pass.
 *
 * <p>Generated code reads a record in two steps. First in order: each field whose name is matched is read, by
 * {@link #first} and {@link #expect}. What is left then is read in any order, by {@link #anyOrder} and {@link #next}.
 * After a violation nothing is matched in order any more.
 *
 * <p>Used once, by one thread.
 */
public final class JsonReader extends JsonScalars {

    private static final long TYPE_NAME = JsonConstant.of("{\"type\":").word();
    private static final FieldNames NO_FIELDS = FieldNames.of();
    private static final int UNREAD = -1;
    private static final int ABSENT = -2;

    /** Where the value of the frame's {@code type} begins. */
    private int type = UNREAD;

    /** Where it ends, if it is a string. */
    private int typeEnd;

    /** The frame's type was taken, and no comma behind it. */
    private boolean isAtSeparator;

    private JsonReader(String text) {
        super(text);
    }

    private JsonReader(byte[] utf8) {
        super(utf8);
    }

    /** A reader of a whole frame. */
    public static JsonReader of(String text) {
        return new JsonReader(text);
    }

    /** A reader of a whole frame in UTF-8. The array must not change while it is read. */
    public static JsonReader of(byte[] utf8) {
        return new JsonReader(utf8);
    }

    // The frame

    /**
     * Goes into the frame's object and finds out which message it is.
     *
     * @return its index among the names
     * @throws FrameException {@code malformed}, {@code unknown-type}, or {@code invalid} if it has no type, or one that is no
     *     string; after the whole frame was read
     */
    public int type(TypeNames names) {
        find();
        if (type == ABSENT && names.isSingle()) {
            return 0;
        }
        int index = typeEnd == 0 ? NameTable.NONE : typeIndex(names.table());
        if (index == NameTable.NONE) {
            throw unknownType();
        }
        return index;
    }

    /** The frame's type if it begins with a dollar, so that it is one of the protocol's; null otherwise. */
    public @Nullable String controlType() {
        find();
        if (typeEnd == 0 || (at(type + 1) != '$' && at(type + 1) != '\\')) {
            return null;
        }
        String name = scanned(type + 1, scan(type + 1));
        return name.startsWith("$") ? name : null;
    }

    /**
     * Ends the frame.
     *
     * @throws FrameException {@code malformed} if anything follows, {@code invalid} if there were violations
     */
    public void end() {
        int p = skipSpace(pos);
        if (p < end) {
            throw malformedAt("There is something behind the JSON object", p);
        }
        Violations found = found();
        if (found != null) {
            found.throwIfAny();
        }
    }

    /**
     * To be thrown for a message that the direction does not have.
     *
     * @throws FrameException the frame is wrong in any other way; all of it is read first
     */
    public FrameException unknownType() {
        find();
        boolean isMissing = type == ABSENT;
        boolean isWrong = !isMissing && typeEnd == 0;
        if (isWrong) {
            violationsAt(type).add("type", "must be a string");
        }
        anyOrder(NO_FIELDS, 0);
        if (isMissing) {
            violations().add("required", "is required", "type");
        }
        end();
        return FrameException.unknownType();
    }

    /** The value of the frame's {@code $room}; null where it has none. Known when the frame was read. */
    public @Nullable String room() {
        return extras == null ? null : extras.room;
    }

    /** The value of the frame's {@code $id} as JSON; null where it has none. Known when the frame was read. */
    public @Nullable String id() {
        return extras == null ? null : extras.id;
    }

    /** The value of the frame's {@code $re} as JSON; null where it has none. Known when the frame was read. */
    public @Nullable String answerTo() {
        return extras == null ? null : extras.answerTo;
    }

    private void find() {
        if (type != UNREAD) {
            return;
        }
        count(1);
        if (Words.at(bytes, 0) == TYPE_NAME && at(Long.BYTES) == '"') {
            enter(1);
            type = Long.BYTES;
            typeEnd = scan(Long.BYTES + 1);
            count(2);
            behindType();
            return;
        }
        int p = skipSpace(0);
        if (at(p) != '{') {
            throw malformedAt("A frame is one JSON object", p);
        }
        enter(p + 1);
        search();
    }

    private void behindType() {
        pos = typeEnd + 1;
        if (at(pos) == ',' && at(pos + 1) == '"') {
            pos++;
        } else {
            isAtSeparator = true;
            if (at(pos) == '"') {
                throw malformed(pos);
            }
        }
    }

    /** Looks for the type among the fields, and goes back. */
    private void search() {
        int start = pos;
        int tokens = tokensLeft();
        type = ABSENT;
        int p = skipSpace(start);
        while (at(p) == '"' && type == ABSENT) {
            int nameEnd = name(p);
            boolean isType = scanned(p + 1, nameEnd).equals("type");
            int value = toValue();
            if (isType) {
                type = value;
                typeEnd = at(value) == '"' ? scan(value + 1) : 0;
            } else {
                Skipper.skipUnchecked(this);
                p = skipSpace(pos);
                if (at(p) != ',') {
                    break; // the end, or what the second reading will refuse
                }
                p = skipSpace(p + 1);
            }
        }
        pos = start;
        tokensLeft(tokens);
    }

    private int typeIndex(NameTable names) {
        int scannedEnd = scan(type + 1);
        return isPlain() ? names.find(bytes, type + 1, scannedEnd) : names.find(scanned(type + 1, scannedEnd));
    }

    /** Whether the value that is next is the one that told which message this is. */
    boolean isItsType() {
        return toValue() == type;
    }

    // Objects

    /** Goes into an object; false, with a violation, if the value is none. */
    public boolean beginObject() {
        int p = toValue();
        if (at(p) == '{') {
            enter(p + 1);
            return true;
        }
        mismatch("must be an object");
        return false;
    }

    /** Takes the first name of an object, if it is this one and no white space is around it. */
    public boolean first(JsonConstant name) {
        int p = pos - 1; // the bracket, or the comma behind the type: the constant has a comma there
        if (p + 2 * Long.BYTES > reach) {
            return isNear(name, p, ~0xffL) && take(name, p);
        }
        return ((Words.whole(bytes, p) ^ name.word()) & name.mask() & ~0xffL) == 0 && isRest(name, p) && take(name, p);
    }

    /** Takes a comma and a name, if it is this one and no white space is around it. */
    public boolean expect(JsonConstant name) {
        int p = pos;
        if (p + 2 * Long.BYTES > reach) {
            return isNear(name, p, ~0L) && take(name, p);
        }
        return (Words.whole(bytes, p) & name.mask()) == name.word() && isRest(name, p) && take(name, p);
    }

    private boolean isRest(JsonConstant name, int p) {
        return (name.length() <= Long.BYTES || (Words.whole(bytes, p + Long.BYTES) & name.mask2()) == name.word2())
                && (name.length() <= 2 * Long.BYTES || name.isRestAt(bytes, p));
    }

    /** The same near the end of the frame. */
    private boolean isNear(JsonConstant name, int p, long mask) {
        return reach != 0
                && ((Words.at(bytes, p) ^ name.word()) & name.mask() & mask) == 0
                && (Words.at(bytes, p + Long.BYTES) & name.mask2()) == name.word2()
                && (name.length() <= 2 * Long.BYTES || name.isRestAt(bytes, p));
    }

    private boolean take(JsonConstant name, int p) {
        pos = p + name.length();
        return true;
    }

    /** Goes out of an object that was read in order, if it ends here. */
    public boolean endObject(int fields) {
        int p = pos;
        if (p >= reach || bytes[p] != '}') {
            return false;
        }
        leave(p, '}');
        count(2 * fields);
        return true;
    }

    /**
     * Goes on in any order, after the fields of {@code seen} were read in order.
     *
     * @return the index of a field, whose value is next; {@link FieldNames#END} at the end of the object
     */
    public int anyOrder(FieldNames names, long seen) {
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
    public int next(FieldNames names, int expected) {
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
            if (expected < names.count() && isNear(names.constant(expected), p - 1, ~0xffL)) {
                take(names.constant(expected), p - 1);
                return expected;
            }
            int nameEnd = name(p);
            NameTable table = names.table();
            int field = isPlain() ? table.find(bytes, p + 1, nameEnd) : table.find(scanned(p + 1, nameEnd));
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
    public long once(long seen, int field) {
        long bit = 1L << field;
        if ((seen & bit) != 0) {
            violationsAt(toValue()).add("duplicate", "is there twice");
        }
        return seen | bit;
    }

    /** The next name of a map's object, whose value is next; null at its end. */
    public @Nullable String nextKey() {
        int p = skipSpace(pos);
        if (bytes[pos - 1] != '{') {
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
    public void repeatedKey() {
        violationsAt(toValue()).add("duplicate", "is there twice");
    }

    // Arrays

    /** Goes into an array; false, with a violation, if the value is none. */
    public boolean beginArray() {
        int p = toValue();
        if (at(p) == '[') {
            enter(p + 1);
            return true;
        }
        mismatch("must be an array");
        return false;
    }

    /** Goes to the next element; false at the end of the array. */
    public boolean nextElement() {
        int p = pos;
        boolean isFirst = bytes[p - 1] == '[';
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
    public void tooManyElements(String message) {
        while (nextElement()) {
            Skipper.skip(this);
        }
        violations().add("size", message);
    }

    /** Notes that a map has more entries than it may, and skips the rest of them. */
    public void tooManyEntries(String message) {
        while (nextKey() != null) {
            Skipper.skip(this);
        }
        violations().add("size", message);
    }

    // Violations

    /** To add violations to the value that was just read. */
    public Violations violations() {
        return violationsAt(~pos);
    }

    /** Notes a violation for each field of {@code required} that is not in {@code seen}. */
    public void require(FieldNames names, long seen, long required) {
        long missing = required & ~seen;
        for (int field = 0; missing != 0 && field < names.count(); field++) {
            if ((missing & 1L << field) != 0) {
                violations().add("required", "is required", names.name(field));
            }
        }
    }

    /** Notes what a record's constructor objected to, in its own words. */
    public void rejected(RuntimeException objection) {
        String text = objection instanceof NullPointerException || objection.getMessage() == null
                ? "is not a valid combination"
                : Printable.of(objection.getMessage());
        violations().add("constructor", text);
    }

    /** Notes what an adapter objected to, in its own words. */
    void rejectedValue(RuntimeException objection) {
        violations()
                .add("format", objection.getMessage() == null ? "is not valid" : Printable.of(objection.getMessage()));
    }

    /** The value that is next as it stands in the frame, skipped. */
    String raw() {
        int from = toValue();
        Skipper.skip(this);
        return slice(from, pos);
    }
}
