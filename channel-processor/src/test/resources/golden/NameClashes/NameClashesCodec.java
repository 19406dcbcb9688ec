package com.acme;

import dev.strait.runtime.spi.ChannelContract;
import dev.strait.runtime.spi.WireMessage;
import dev.strait.runtime.spi.codec.ChannelCodec;
import dev.strait.runtime.spi.codec.FieldNames;
import dev.strait.runtime.spi.codec.JsonConstant;
import dev.strait.runtime.spi.codec.JsonReader;
import dev.strait.runtime.spi.codec.JsonWriter;
import dev.strait.runtime.spi.codec.RoomName;
import dev.strait.runtime.spi.codec.TypeNames;
import java.lang.AssertionError;
import java.lang.Long;
import java.lang.Override;
import java.lang.String;
import java.lang.SuppressWarnings;
import javax.annotation.processing.Generated;

/**
 * Decodes and encodes the messages of {@link NameClashes} as JSON.
 *
 * <p>Component names that generated code also uses.
 *
 * <p>A decoded message satisfies all constraints; an invalid one is refused with all its violations. Stateless.
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class NameClashesCodec implements ChannelCodec<String, NameClashes.ToServer, NameClashes.ToClient> {
    private static final TypeNames TO_SERVER_TYPES = TypeNames.of("locals", "new");

    private static final JsonConstant LOCALS_TYPE = JsonConstant.type("locals");

    private static final JsonConstant NEW_TYPE = JsonConstant.type("new");

    private static final TypeNames TO_CLIENT_TYPES = TypeNames.of("locals");

    private static final FieldNames LOCALS_FIELDS = FieldNames.of("in", "seen", "sound", "out", "field", "value", "start", "before", "message");

    private static final JsonConstant LOCALS_IN = JsonConstant.name("in");

    private static final JsonConstant LOCALS_SEEN = JsonConstant.name("seen");

    private static final JsonConstant LOCALS_SOUND = JsonConstant.name("sound");

    private static final JsonConstant LOCALS_OUT = JsonConstant.name("out");

    private static final JsonConstant LOCALS_FIELD = JsonConstant.name("field");

    private static final JsonConstant LOCALS_VALUE = JsonConstant.name("value");

    private static final JsonConstant LOCALS_START = JsonConstant.name("start");

    private static final JsonConstant LOCALS_BEFORE = JsonConstant.name("before");

    private static final JsonConstant LOCALS_MESSAGE = JsonConstant.name("message");

    private static final FieldNames NEW_FIELDS = FieldNames.of("in");

    private static final JsonConstant NEW_IN = JsonConstant.name("in");

    static final ChannelContract<String, NameClashes.ToServer, NameClashes.ToClient> CONTRACT = ChannelContract
            .builder("com.acme.NameClashes", new NameClashesCodec())
            .path("/ws/nameclashes")
            .fingerprint("34701f3442558855")
            .toServer(
                    WireMessage.of("locals", LOCALS_FIELDS),
                    WireMessage.of("new", NEW_FIELDS))
            .toClient(
                    WireMessage.of("locals", LOCALS_FIELDS))
            .build();

    @Override
    public NameClashes.ToServer readToServer(JsonReader in) {
        NameClashes.ToServer message = switch (in.type(TO_SERVER_TYPES)) {
            case 0 -> readLocals(in);
            case 1 -> readNew(in);
            default -> throw in.unknownType();
        };
        in.end();
        return message;
    }

    @Override
    public NameClashes.ToClient readToClient(JsonReader in) {
        NameClashes.ToClient message = switch (in.type(TO_CLIENT_TYPES)) {
            case 0 -> readLocals(in);
            default -> throw in.unknownType();
        };
        in.end();
        return message;
    }

    @Override
    public void writeToServer(JsonWriter out, NameClashes.ToServer message) {
        if (message instanceof NameClashes.Locals locals) {
            writeLocals(out.type(LOCALS_TYPE), locals);
            return;
        }
        if (message instanceof NameClashes.New newMessage) {
            writeNew(out.type(NEW_TYPE), newMessage);
            return;
        }
        throw new AssertionError("Unknown type: " + message.getClass());
    }

    @Override
    public void writeToClient(JsonWriter out, NameClashes.ToClient message) {
        if (message instanceof NameClashes.Locals locals) {
            writeLocals(out.type(LOCALS_TYPE), locals);
            return;
        }
        throw new AssertionError("Unknown type: " + message.getClass());
    }

    @Override
    public String typeOfToServer(NameClashes.ToServer message) {
        if (message instanceof NameClashes.Locals) {
            return "locals";
        }
        if (message instanceof NameClashes.New) {
            return "new";
        }
        throw new AssertionError("Unknown type: " + message.getClass());
    }

    @Override
    public String typeOfToClient(NameClashes.ToClient message) {
        if (message instanceof NameClashes.Locals) {
            return "locals";
        }
        throw new AssertionError("Unknown type: " + message.getClass());
    }

    @Override
    public String roomName(String room) {
        return RoomName.join(room);
    }

    @Override
    public String room(String name) {
        return RoomName.split(name, 1).get(0);
    }

    private static NameClashes.Locals readLocals(JsonReader in_) {
        int in = 0;
        int seen = 0;
        int sound = 0;
        int out = 0;
        int field = 0;
        String value = null;
        int start = 0;
        int before = 0;
        int message = 0;
        // First the fields that stand in the order of declaration. In all masks, bit i is component i.
        long seen_ = 0;
        if (in_.first(LOCALS_IN)) {
            in = in_.intValue();
            seen_ |= 1L; // in
        }
        if (seen_ != 0 && in_.expect(LOCALS_SEEN)) {
            seen = in_.intValue();
            seen_ |= 2L; // seen
        }
        if (seen_ != 0 && in_.expect(LOCALS_SOUND)) {
            sound = in_.intValue();
            seen_ |= 4L; // sound
        }
        if (seen_ != 0 && in_.expect(LOCALS_OUT)) {
            out = in_.intValue();
            seen_ |= 8L; // out
        }
        if (seen_ != 0 && in_.expect(LOCALS_FIELD)) {
            field = in_.intValue();
            seen_ |= 16L; // field
        }
        if (seen_ != 0 && in_.expect(LOCALS_VALUE)) {
            value = in_.string();
            seen_ |= 32L; // value
        }
        if (seen_ != 0 && in_.expect(LOCALS_START)) {
            start = in_.intValue();
            seen_ |= 64L; // start
        }
        if (seen_ != 0 && in_.expect(LOCALS_BEFORE)) {
            before = in_.intValue();
            seen_ |= 128L; // before
        }
        if (seen_ != 0 && in_.expect(LOCALS_MESSAGE)) {
            message = in_.intValue();
            seen_ |= 256L; // message
        }
        // Then the others, in any order.
        long wrong = in_.isFlawed() ? Long.highestOneBit(seen_) : 0;
        int field_ = in_.endObject(seen_) ? FieldNames.END : in_.anyOrder(LOCALS_FIELDS, seen_);
        for (; field_ != FieldNames.END; field_ = in_.next(LOCALS_FIELDS, field_ + 1)) {
            int flaws = in_.flaws();
            seen_ = in_.once(seen_, field_);
            switch (field_) {
                case 0 -> in = in_.intValue();
                case 1 -> seen = in_.intValue();
                case 2 -> sound = in_.intValue();
                case 3 -> out = in_.intValue();
                case 4 -> field = in_.intValue();
                case 5 -> value = in_.string();
                case 6 -> start = in_.intValue();
                case 7 -> before = in_.intValue();
                case 8 -> message = in_.intValue();
                default -> throw new AssertionError("Unknown field: " + field_);
            }
            wrong |= in_.flaws() == flaws ? 0 : 1L << field_;
        }
        // Last, what is missing, malformed or invalid.
        if (in_.isFlawed() || seen_ != 511L) {
            int flaws = in_.flaws();
            in_.require(LOCALS_FIELDS, seen_, 511L);
            if (wrong != 0 || in_.flaws() != flaws) {
                return null;
            }
        }
        return new NameClashes.Locals(in, seen, sound, out, field, value, start, before, message);
    }

    private static void writeLocals(JsonWriter out, NameClashes.Locals value) {
        out.name(LOCALS_IN).value(value.in());
        out.name(LOCALS_SEEN).value(value.seen());
        out.name(LOCALS_SOUND).value(value.sound());
        out.name(LOCALS_OUT).value(value.out());
        out.name(LOCALS_FIELD).value(value.field());
        out.name(LOCALS_VALUE).value(value.value());
        out.name(LOCALS_START).value(value.start());
        out.name(LOCALS_BEFORE).value(value.before());
        out.name(LOCALS_MESSAGE).value(value.message());
    }

    private static NameClashes.New readNew(JsonReader in_) {
        String in = null;
        // First the fields that stand in the order of declaration. In all masks, bit i is component i.
        long seen = 0;
        if (in_.first(NEW_IN)) {
            in = in_.string();
            seen |= 1L; // in
        }
        // Then the others, in any order.
        long wrong = in_.isFlawed() ? Long.highestOneBit(seen) : 0;
        int field = in_.endObject(seen) ? FieldNames.END : in_.anyOrder(NEW_FIELDS, seen);
        for (; field != FieldNames.END; field = in_.next(NEW_FIELDS, field + 1)) {
            int flaws = in_.flaws();
            seen = in_.once(seen, field);
            switch (field) {
                case 0 -> in = in_.string();
                default -> throw new AssertionError("Unknown field: " + field);
            }
            wrong |= in_.flaws() == flaws ? 0 : 1L << field;
        }
        // Last, what is missing, malformed or invalid.
        if (in_.isFlawed() || seen != 1L) {
            int flaws = in_.flaws();
            in_.require(NEW_FIELDS, seen, 1L);
            if (wrong != 0 || in_.flaws() != flaws) {
                return null;
            }
        }
        return new NameClashes.New(in);
    }

    private static void writeNew(JsonWriter out, NameClashes.New value) {
        out.name(NEW_IN).value(value.in());
    }
}
