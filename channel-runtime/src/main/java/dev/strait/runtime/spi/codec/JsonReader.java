package dev.strait.runtime.spi.codec;

import dev.strait.runtime.json.FrameException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads one frame for a generated codec: a JSON object (RFC 8259), strictly, and within limits. Invalid JSON is refused
 * at once. Values that are of the wrong type, missing or duplicate are collected as violations while reading continues,
 * so that one pass finds all mistakes of a message.
 *
 * <p>Generated code reads a record in two steps. First, in declared order: {@link #first} and {@link #expect} match the
 * name of each field. The remaining fields are then read in any order with {@link #anyOrder} and {@link #next}. After a
 * violation, names are no longer matched in order.
 *
 * <p>Used once, by one thread.
 */
public final class JsonReader extends JsonVariants {

    private static final long TYPE_NAME = JsonConstant.of("{\"type\":").word();
    private static final int UNREAD = -1;
    private static final int ABSENT = -2;
    private static final int WRONG = -3;

    /**
     * The start of the value of the frame's {@code type}; its complement, at most {@code WRONG}, if it is not a string.
     */
    private int type = UNREAD;

    /** Whether the type is the first field and has not been read yet. */
    private boolean isTypeFirst;

    /** The property that the type is the value of. */
    private Discriminator discriminator = Discriminator.TYPE;

    /** Tells the roles of the client; null if every message may be read. */
    private @Nullable Predicate<String> roles;

    private JsonReader(String text) {
        super(text);
    }

    private JsonReader(byte[] utf8) {
        super(utf8);
    }

    /** Returns a reader of a whole frame. */
    public static JsonReader of(String text) {
        return new JsonReader(text);
    }

    /** Returns a reader of a whole frame in UTF-8. The array must not change while it is read. */
    public static JsonReader of(byte[] utf8) {
        return new JsonReader(utf8);
    }

    /**
     * Sets the roles of the client, for messages that require one. By default every message may be read.
     *
     * @param roles returns whether the client has a role
     */
    public JsonReader withRoles(Predicate<String> roles) {
        this.roles = roles;
        return this;
    }

    /** Sets the roles of the client to those of the frame that this one was read from. */
    public JsonReader withRolesOf(JsonReader outer) {
        this.roles = outer.roles;
        return this;
    }

    /**
     * Refuses the frame unless its client has one of these roles.
     *
     * @return this
     * @throws FrameException {@code forbidden}
     */
    public JsonReader requireRole(String... allowed) {
        if (roles != null && Stream.of(allowed).noneMatch(roles)) {
            throw FrameException.forbidden();
        }
        return this;
    }

    /**
     * Enters the object of the frame and determines the message.
     *
     * @return its index among the names
     * @throws FrameException {@code malformed}; {@code unknown-type}; or {@code invalid} if the type is missing or not
     *     a string, after the whole frame was read
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
        if (!names.isByType()) {
            findOther(names.discriminator());
        }
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

    /**
     * Returns the type of the frame if it starts with a dollar sign, which reserves it for the protocol; null
     * otherwise.
     */
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
     * Returns the index of the frame's type among these, and reads the type; -1 if it is another type,
     * and then reads nothing.
     */
    public int control(TypeNames names) {
        find();
        if (!names.isByType()) {
            findOther(names.discriminator());
        }
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
     * @throws FrameException {@code malformed} if text follows the object; {@code invalid} if there were violations
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
     * Returns the exception to throw for a message that the direction does not have.
     *
     * @throws FrameException if the frame is invalid in another way; all of it is read first
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
            violations().add("required", "is required", discriminator.pointer());
        }
        end();
        return FrameException.unknownType();
    }

    /** Returns the length of the frame: in characters if it is a text, otherwise in bytes. */
    public int length() {
        return end;
    }

    /** Returns the value of the frame's {@code $room}; null if absent. Available once the frame was read. */
    public @Nullable String room() {
        return extras == null ? null : extras.room;
    }

    /** Returns the value of the frame's {@code $id} as JSON; null if absent. Available once the frame was read. */
    public @Nullable String id() {
        return extras == null ? null : extras.id;
    }

    /**
     * Returns the value of the frame's {@code $trace}; null if it is absent or longer than 128 characters. Available once
     * the frame was read.
     */
    public @Nullable String trace() {
        return extras == null ? null : extras.trace;
    }

    /** Returns the value of the frame's {@code $re} as JSON; null if absent. Available once the frame was read. */
    public @Nullable String answerTo() {
        return extras == null ? null : extras.answerTo;
    }

    /** Enters the object of the frame and finds its type. */
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

    /**
     * Refuses a frame that does not end like an object. This catches most truncated frames before any of them is read.
     */
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

    /** Moves past a type that is the first field, and past the comma if it follows directly. */
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

    /** Searches for another property than {@code type}, which then is a field like any other. */
    private void findOther(Discriminator other) {
        if (isTypeFirst) {
            isTypeFirst = false;
            restart();
            enterFrame();
            count(1);
        }
        discriminator = other;
        search();
    }

    /** Searches the fields for the type, and moves back. */
    private void search() {
        int value = findField(skipSpace(pos), discriminator.name());
        type = value == 0 ? ABSENT : at(value) == '"' ? value : ~value;
    }

    /**
     * Returns the value of the frame's {@code $re} as JSON, before anything else is read; null if absent.
     *
     * @throws FrameException {@code malformed} if the frame is not readable
     */
    public @Nullable String seekAnswerTo() {
        int value = seek("$re");
        String answerTo = null;
        if (value != 0) {
            pos = value;
            Skipper.skipUnchecked(this);
            answerTo = at(value) == '"'
                    ? JsonText.quote(scanned(value + 1, scan(value + 1))) // normalizes its escapes
                    : slice(value, pos);
        }
        restart();
        return answerTo;
    }

    /**
     * Returns the frame's {@code $id} as JSON, also if the frame is not valid: whatever stands before the first error is
     * searched. Returns null if it is not found. Nothing more can be read from the frame.
     */
    public @Nullable String recoverId() {
        restart();
        try {
            int p = skipSpace(0);
            if (at(p) != '{') {
                return null;
            }
            enter(p + 1);
            int value = findField(skipSpace(pos), "$id");
            if (value == 0) {
                return null;
            }
            pos = value;
            return Extras.correlation(this);
        } catch (FrameException notReadable) {
            return null;
        }
    }

    /**
     * Returns whether the frame has a field of this name, before anything else is read.
     *
     * @throws FrameException {@code malformed} if the frame is not readable
     */
    public boolean has(String name) {
        boolean isThere = seek(name) != 0;
        restart();
        return isThere;
    }

    /** Returns the text of a field of the frame; null if there is no such field, or if its value is not a string. */
    public @Nullable String textOf(String name) {
        int value = seek(name);
        String text = value != 0 && at(value) == '"' ? scanned(value + 1, scan(value + 1)) : null;
        restart();
        return text;
    }

    /**
     * Enters the object of a frame that is an envelope around a message. Its fields are read in any order. Other fields
     * are ignored, whatever their names.
     *
     * @throws FrameException {@code malformed} if the frame is not readable
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

    /**
     * Returns whether the frame is JSON of any kind, or exceeds a limit before that is known. Only for a refused frame,
     * because nothing more can be read from it.
     */
    public boolean isJson() {
        restart();
        try {
            Skipper.skipUnchecked(this);
            return skipSpace(pos) == end;
        } catch (FrameException malformed) {
            return malformed.isOverLimit();
        }
    }

    /** Returns the start of a field's value; 0 if absent. */
    private int seek(String name) {
        enterFrame();
        return findField(skipSpace(pos), name);
    }

    @Override
    Discriminator discriminator() {
        return depth() == 1 ? discriminator : super.discriminator();
    }

    @Override
    boolean isTypeValue() {
        int value = toValue();
        return depth() == 1 ? value == type || value == ~type : value == variantType();
    }
}
