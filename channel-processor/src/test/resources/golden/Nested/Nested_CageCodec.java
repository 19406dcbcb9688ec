package com.acme;

import dev.strait.runtime.spi.ChannelContract;
import dev.strait.runtime.spi.WireMessage;
import dev.strait.runtime.spi.codec.ChannelCodec;
import dev.strait.runtime.spi.codec.EnumNames;
import dev.strait.runtime.spi.codec.FieldNames;
import dev.strait.runtime.spi.codec.JsonConstant;
import dev.strait.runtime.spi.codec.JsonReader;
import dev.strait.runtime.spi.codec.JsonWriter;
import dev.strait.runtime.spi.codec.RoomName;
import dev.strait.runtime.spi.codec.TypeNames;
import dev.strait.runtime.spi.codec.Violations;
import java.lang.AssertionError;
import java.lang.Integer;
import java.lang.Long;
import java.lang.Override;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.lang.Void;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Decodes and encodes the messages of {@link Nested.Cage} as JSON.
 *
 * <p>All kinds of animals.
 *
 * <p>A decoded message satisfies all constraints; an invalid one is refused with all its violations. Stateless.
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
final class Nested_CageCodec implements ChannelCodec<Nested.Cage.Room, Nested.Cage.ToServer, Void> {
    private static final TypeNames TO_SERVER_TYPES = TypeNames.of("feed", "look");

    private static final JsonConstant FEED_TYPE = JsonConstant.type("feed");

    private static final JsonConstant LOOK_TYPE = JsonConstant.type("look");

    private static final EnumNames<Nested.Cage.Kind> KIND_NAMES = EnumNames.of(Nested.Cage.Kind.values());

    private static final FieldNames FEED_FIELDS = FieldNames.of("portions");

    private static final JsonConstant FEED_PORTIONS = JsonConstant.name("portions");

    private static final FieldNames LOOK_FIELDS = FieldNames.of();

    static final ChannelContract<Nested.Cage.Room, Nested.Cage.ToServer, Void> CONTRACT = ChannelContract
            .builder("com.acme.Nested.Cage", new Nested_CageCodec())
            .path("/ws/zoo/{cage}/{kind}")
            .roomComponents("cage", "kind")
            .fingerprint("7ce26d3c3660c41e")
            .maxMessageBytes(39L, "feed")
            .toServer(
                    WireMessage.of("feed", FEED_FIELDS),
                    WireMessage.of("look", LOOK_FIELDS))
            .build();

    @Override
    public Nested.Cage.ToServer readToServer(JsonReader in) {
        Nested.Cage.ToServer message = switch (in.type(TO_SERVER_TYPES)) {
            case 0 -> readFeed(in);
            case 1 -> readLook(in);
            default -> throw in.unknownType();
        };
        in.end();
        return message;
    }

    @Override
    public Void readToClient(JsonReader in) {
        throw in.unknownType();
    }

    @Override
    public void writeToServer(JsonWriter out, Nested.Cage.ToServer message) {
        if (message instanceof Nested.Cage.Feed feed) {
            writeFeed(out.type(FEED_TYPE), feed);
            return;
        }
        if (message instanceof Nested.Cage.Look look) {
            writeLook(out.type(LOOK_TYPE), look);
            return;
        }
        throw new AssertionError("Unknown type: " + message.getClass());
    }

    @Override
    public void writeToClient(JsonWriter out, Void message) {
        throw new AssertionError("The contract declares no such message");
    }

    @Override
    public String typeOfToServer(Nested.Cage.ToServer message) {
        if (message instanceof Nested.Cage.Feed) {
            return "feed";
        }
        if (message instanceof Nested.Cage.Look) {
            return "look";
        }
        throw new AssertionError("Unknown type: " + message.getClass());
    }

    @Override
    public String typeOfToClient(Void message) {
        throw new AssertionError("The contract declares no such message");
    }

    @Override
    public String roomName(Nested.Cage.Room room) {
        Violations found = new Violations();
        checkRoom(found, ~0L, room.cage());
        RoomName.require(found);
        return RoomName.joinInPath(room.cage(), room.kind().name());
    }

    @Override
    public Nested.Cage.Room room(String name) {
        List<String> parts = RoomName.splitInPath(name, 2);
        Violations found = new Violations();
        int cage = (int) RoomName.integer(parts.get(0), Integer.MIN_VALUE, Integer.MAX_VALUE, found, "cage");
        Nested.Cage.Kind kind = RoomName.constant(parts.get(1), KIND_NAMES, found, "kind");
        found.throwIfAny();
        checkRoom(found, ~0L, cage);
        found.throwIfAny();
        return new Nested.Cage.Room(cage, kind);
    }

    private static void checkRoom(Violations out, long sound, int cage) {
        if ((sound & 1L) != 0) {
            if (cage < 0) {
                out.add("positive-or-zero", "must be at least 0", "/cage");
            }
        }
    }

    private static Nested.Cage.Feed readFeed(JsonReader in) {
        int portions = 0;
        // First the fields that stand in the order of declaration. In all masks, bit i is component i.
        long seen = 0;
        if (in.first(FEED_PORTIONS)) {
            portions = in.intValue();
            seen |= 1L; // portions
        }
        // Then the others, in any order.
        long wrong = in.isFlawed() ? Long.highestOneBit(seen) : 0;
        int field = in.endObject(seen) ? FieldNames.END : in.anyOrder(FEED_FIELDS, seen);
        for (; field != FieldNames.END; field = in.next(FEED_FIELDS, field + 1)) {
            int flaws = in.flaws();
            seen = in.once(seen, field);
            switch (field) {
                case 0 -> portions = in.intValue();
                default -> throw new AssertionError("Unknown field: " + field);
            }
            wrong |= in.flaws() == flaws ? 0 : 1L << field;
        }
        // Last, what is missing, malformed or invalid.
        if (in.isFlawed() || seen != 1L) {
            int flaws = in.flaws();
            in.require(FEED_FIELDS, seen, 1L);
            if (wrong != 0 || in.flaws() != flaws) {
                return null;
            }
        }
        return new Nested.Cage.Feed(portions);
    }

    private static void writeFeed(JsonWriter out, Nested.Cage.Feed value) {
        out.name(FEED_PORTIONS).value(value.portions());
    }

    private static Nested.Cage.Look readLook(JsonReader in) {
        if (!in.endObject(0)) {
            in.anyOrder(LOOK_FIELDS, 0);
        }
        return new Nested.Cage.Look();
    }

    private static void writeLook(JsonWriter out, Nested.Cage.Look value) {
    }
}
