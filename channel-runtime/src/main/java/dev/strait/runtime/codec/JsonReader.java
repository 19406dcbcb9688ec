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
    private static final int TYPE = (int) JsonConstant.of("type").word();
    private static final FieldNames NO_FIELDS = FieldNames.of();
    private static final int UNREAD = -1;
    private static final int ABSENT = -2;
    private static final int WRONG = -3;

    /** Where the value of the frame's {@code type} begins; {@code ~} of that, {@code WRONG} or less, where it is no string. */
    private int type = UNREAD;

    /** It is the first of all fields, and was not read yet. */
    private boolean isTypeFirst;

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
        if (type == UNREAD && Words.at(bytes, 0) == TYPE_NAME && at(Long.BYTES) == '"') {
            int index = names.match(bytes, Long.BYTES + 1);
            int next = index == NameTable.NONE ? 0 : Long.BYTES + names.lengthOf(index) + 1;
            if (next > 0 && at(next) == ',' && at(next + 1) == '"') {
                type = Long.BYTES;
                enter(next + 1);
                count(3);
                return index;
            }
        }
        return otherType(names);
    }

    private int otherType(TypeNames names) {
        find();
        if (type < 0) {
            if (type == ABSENT && names.isSingle()) {
                return 0;
            }
            throw unknownType();
        }
        int index = names.match(bytes, type + 1);
        int closing;
        if (index != NameTable.NONE) {
            closing = type + names.lengthOf(index);
        } else {
            closing = scan(type + 1);
            index = names.table().find(this, type + 1, closing);
        }
        if (isTypeFirst) {
            goBehind(closing);
        }
        if (index == NameTable.NONE) {
            throw unknownType();
        }
        return index;
    }

    /** The frame's type if it begins with a dollar, so that it is one of the protocol's; null otherwise. */
    public @Nullable String controlType() {
        find();
        if (type < 0 || (at(type + 1) != '$' && at(type + 1) != '\\')) {
            return null;
        }
        int closing = scan(type + 1);
        String name = scanned(type + 1, closing);
        if (!name.startsWith("$")) {
            return null;
        }
        if (isTypeFirst) {
            goBehind(closing);
        }
        return name;
    }

    /**
     * Ends the frame.
     *
     * @throws FrameException {@code malformed} if anything follows, {@code invalid} if there were violations
     */
    public void end() {
        if (pos == end && !isFlawed()) {
            return;
        }
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
        if (isTypeFirst) {
            goBehind(scan(type + 1));
        }
        if (type <= WRONG) {
            violationsAt(~type).add("type", "must be a string");
        }
        anyOrder(NO_FIELDS, 0);
        if (type == ABSENT) {
            violations().add("required", "is required", "/type");
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

    /** Goes into the frame's object, and finds its type. */
    private void find() {
        if (type != UNREAD) {
            return;
        }
        count(1);
        if (Words.at(bytes, 0) == TYPE_NAME && at(Long.BYTES) == '"') {
            enter(Long.BYTES);
            type = Long.BYTES;
            isTypeFirst = true;
            return;
        }
        int p = skipSpace(0);
        if (at(p) != '{') {
            throw malformedAt("A frame is one JSON object", p);
        }
        enter(p + 1);
        search();
    }

    /** Goes behind a type that is the first of all fields, and behind the comma there, if nothing is between. */
    private void goBehind(int closing) {
        count(2);
        isTypeFirst = false;
        int p = closing + 1;
        if (at(p) == ',' && at(p + 1) == '"') {
            pos = p + 1;
        } else {
            pos = p;
            isAtSeparator = true;
            if (at(p) == '"') {
                throw malformed(p);
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
            boolean isType =
                    isPlain() ? isType(p + 1, nameEnd) : scanned(p + 1, nameEnd).equals("type");
            int value = toValue();
            if (isType) {
                type = at(value) == '"' ? value : ~value;
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

    private boolean isType(int from, int to) {
        return to - from == Integer.BYTES && (int) Words.at(bytes, from) == TYPE;
    }

    /** Whether the value that is next is the one that told which message this is. */
    boolean isItsType() {
        int value = toValue();
        return value == type || value == ~type;
    }

    // Objects

    /** Goes into an object; false, with a violation, if the value is none. */
    public boolean beginObject() {
        if (at(pos) == '{' || at(toValue()) == '{') {
            enter(pos + 1);
            return true;
        }
        mismatch("must be an object");
        return false;
    }

    /** Takes the first name of an object, if it is this one and no white space is around it. */
    public boolean first(JsonConstant name) {
        return take(name, pos - 1, ~0xffL); // a bracket, or the comma behind the type: the constant has a comma there
    }

    /** Takes a comma and a name, if it is this one and no white space is around it. */
    public boolean expect(JsonConstant name) {
        return take(name, pos, ~0L);
    }

    private boolean take(JsonConstant name, int p, long mask) {
        int length = name.length();
        if (!name.isPlain() || p + length > reach || ((Words.at(bytes, p) ^ name.word()) & name.mask() & mask) != 0) {
            return false;
        }
        if (length > Long.BYTES && (Words.at(bytes, p + Long.BYTES) & name.mask2()) != name.word2()) {
            return false;
        }
        if (length > 2 * Long.BYTES && !name.isRestAt(bytes, p)) {
            return false;
        }
        pos = p + length;
        return true;
    }

    /** Goes out of an object that was read in order, if it ends here. */
    public boolean endObject(int fields) {
        int p = pos;
        if (p >= reach || bytes[p] != '}') {
            return false;
        }
        leave(p);
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
    public void repeatedKey() {
        violationsAt(toValue()).add("duplicate", "is there twice");
    }

    // Arrays

    /** Goes into an array; false, with a violation, if the value is none. */
    public boolean beginArray() {
        if (at(pos) == '[' || at(toValue()) == '[') {
            enter(pos + 1);
            return true;
        }
        mismatch("must be an array");
        return false;
    }

    /** Goes to the next element; false at the end of the array. */
    public boolean nextElement() {
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
        return depth() == 0 ? violationsAt(Violations.ROOT) : violationsAt(~pos);
    }

    /** Notes a violation for each field of {@code required} that is not in {@code seen}. */
    public void require(FieldNames names, long seen, long required) {
        long missing = required & ~seen;
        for (int field = 0; missing != 0 && field < names.count(); field++) {
            if ((missing & 1L << field) != 0) {
                violations().add("required", "is required", names.pointer(field));
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
