package dev.strait.runtime.spi.codec;

import dev.strait.runtime.json.FrameException;
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
public final class JsonReader extends JsonVariants {

    private static final long TYPE_NAME = JsonConstant.of("{\"type\":").word();
    private static final int UNREAD = -1;
    private static final int ABSENT = -2;
    private static final int WRONG = -3;

    /** Where the value of the frame's {@code type} begins; {@code ~} of that, {@code WRONG} or less, where it is no string. */
    private int type = UNREAD;

    /** It is the first of all fields, and was not read yet. */
    private boolean isTypeFirst;

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

    /**
     * Goes into the frame's object and finds out which message it is.
     *
     * @return its index among the names
     * @throws FrameException {@code malformed}, {@code unknown-type}, or {@code invalid} if it has no type, or one that is no
     *     string; after the whole frame was read
     */
    public int type(TypeNames names) {
        boolean isTypeFirstAndCompact =
                type == UNREAD && SwarBytes.at(bytes, 0) == TYPE_NAME && at(Long.BYTES) == '"' && at(end - 1) == '}';
        if (isTypeFirstAndCompact) {
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
            skipPast(closing);
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
            skipPast(closing);
        }
        return name;
    }

    /**
     * The index of the frame's type among those of a protocol, and goes behind it; -1, and nothing is read, where it is
     * none of them.
     */
    public int control(TypeNames names) {
        find();
        if (type < 0) {
            return NameTable.NONE;
        }
        int closing = scan(type + 1);
        int index = names.table().find(this, type + 1, closing);
        if (index != NameTable.NONE && isTypeFirst) {
            skipPast(closing);
        }
        return index;
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
            throw malformedAt("Unexpected text after the JSON object", p);
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
            skipPast(scan(type + 1));
        }
        if (type <= WRONG) {
            violationsAt(~type).add("type", "must be a string");
        }
        skipFields();
        if (type == ABSENT) {
            violations().add("required", "is required", "/type");
        }
        end();
        return FrameException.unknownType();
    }

    /** How long the frame is: its chars where it is a text, otherwise its bytes. */
    public int length() {
        return end;
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
        requireEnd();
        count(1);
        if (SwarBytes.at(bytes, 0) == TYPE_NAME && at(Long.BYTES) == '"') {
            enter(Long.BYTES);
            type = Long.BYTES;
            isTypeFirst = true;
            return;
        }
        int p = skipSpace(0);
        if (at(p) != '{') {
            throw malformedAt("A frame must be a JSON object", p);
        }
        enter(p + 1);
        search();
    }

    /** Refuses at once what does not end as an object does: most of what is cut short, before any of it is read. */
    private void requireEnd() {
        int last = end - 1;
        while (last > 0 && at(last) <= ' ' && at(last) > 0) {
            last--;
        }
        if (last < 0 || at(last) != '}') {
            int first = skipSpace(0);
            if (at(first) != '{') {
                throw malformedAt("A frame must be a JSON object", first);
            }
            throw malformedAt("The JSON object is not closed", end);
        }
    }

    /** Goes behind a type that is the first of all fields, and behind the comma there, if nothing is between. */
    private void skipPast(int closing) {
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
        int value = findType(skipSpace(pos));
        type = value == 0 ? ABSENT : at(value) == '"' ? value : ~value;
    }

    /**
     * The value of the frame's {@code $re} as JSON, looked for before anything else is read; null where there is none.
     *
     * @throws FrameException {@code malformed}: there is no reading the frame
     */
    public @Nullable String seekAnswerTo() {
        int value = seek("$re");
        String answerTo = null;
        if (value != 0) {
            pos = value;
            Skipper.skipUnchecked(this);
            answerTo = at(value) == '"'
                    ? JsonText.quote(scanned(value + 1, scan(value + 1))) // as it was given, however it is escaped
                    : slice(value, pos);
        }
        restart();
        return answerTo;
    }

    /**
     * Whether the frame has a field of this name, looked for before anything else is read.
     *
     * @throws FrameException {@code malformed}: there is no reading the frame
     */
    public boolean has(String name) {
        boolean isThere = seek(name) != 0;
        restart();
        return isThere;
    }

    /**
     * Goes into the frame's object, which is a protocol's envelope around a message. Its fields are read in any order; others
     * have no meaning, whatever they are called.
     *
     * @throws FrameException {@code malformed}: there is no reading the frame
     */
    public void envelope() {
        enterFrame();
        count(1);
        type = ABSENT;
        isEnvelope = true;
    }

    private void enterFrame() {
        requireEnd();
        int p = skipSpace(0);
        if (at(p) != '{') {
            throw malformedAt("A frame must be a JSON object", p);
        }
        enter(p + 1);
    }

    /** Whether the frame is JSON of any kind, or too much of it to know; for one that was refused, since nothing can be read of it any more. */
    public boolean isJson() {
        restart();
        try {
            Skipper.skipUnchecked(this);
            return skipSpace(pos) == end;
        } catch (FrameException malformed) {
            return malformed.isOverLimit();
        }
    }

    /** Where the value of a field begins; 0 where there is none. */
    private int seek(String name) {
        enterFrame();
        return findField(skipSpace(pos), name);
    }

    @Override
    boolean isTypeValue() {
        int value = toValue();
        return depth() == 1 ? value == type || value == ~type : value == variantType();
    }
}
