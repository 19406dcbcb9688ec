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
 * Decodes and encodes the messages of {@link Lobby} as JSON.
 *
 * <p>A channel without rooms in its path.
 *
 * <p>A decoded message satisfies all constraints; an invalid one is refused with all its violations. Stateless.
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class LobbyCodec implements ChannelCodec<String, Lobby.ToServer, Lobby.ToClient> {
    private static final TypeNames TO_SERVER_TYPES = TypeNames.of("post", "shout");

    private static final JsonConstant POST_TYPE = JsonConstant.type("post");

    private static final JsonConstant SHOUT_TYPE = JsonConstant.type("shout");

    private static final TypeNames TO_CLIENT_TYPES = TypeNames.of("shouted", "posted");

    private static final JsonConstant SHOUTED_TYPE = JsonConstant.type("shouted");

    private static final JsonConstant POSTED_TYPE = JsonConstant.type("posted");

    private static final FieldNames POST_FIELDS = FieldNames.of("content");

    private static final JsonConstant POST_CONTENT = JsonConstant.name("content");

    private static final FieldNames SHOUT_FIELDS = FieldNames.of("content");

    private static final JsonConstant SHOUT_CONTENT = JsonConstant.name("content");

    private static final FieldNames SHOUTED_FIELDS = FieldNames.of("content");

    private static final JsonConstant SHOUTED_CONTENT = JsonConstant.name("content");

    private static final FieldNames POSTED_FIELDS = FieldNames.of("from", "content");

    private static final JsonConstant POSTED_FROM = JsonConstant.name("from");

    private static final JsonConstant POSTED_CONTENT = JsonConstant.name("content");

    static final ChannelContract<String, Lobby.ToServer, Lobby.ToClient> CONTRACT = ChannelContract
            .builder("com.acme.Lobby", new LobbyCodec())
            .path("/ws/lobby")
            .fingerprint("5a81ec6f80266cd7")
            .toServer(
                    WireMessage.of("post", POST_FIELDS),
                    WireMessage.of("shout", SHOUT_FIELDS))
            .toClient(
                    WireMessage.of("shouted", SHOUTED_FIELDS),
                    WireMessage.of("posted", POSTED_FIELDS))
            .build();

    @Override
    public Lobby.ToServer readToServer(JsonReader in) {
        Lobby.ToServer message = switch (in.type(TO_SERVER_TYPES)) {
            case 0 -> readPost(in);
            case 1 -> readShout(in);
            default -> throw in.unknownType();
        };
        in.end();
        return message;
    }

    @Override
    public Lobby.ToClient readToClient(JsonReader in) {
        Lobby.ToClient message = switch (in.type(TO_CLIENT_TYPES)) {
            case 0 -> readShouted(in);
            case 1 -> readPosted(in);
            default -> throw in.unknownType();
        };
        in.end();
        return message;
    }

    @Override
    public void writeToServer(JsonWriter out, Lobby.ToServer message) {
        if (message instanceof Lobby.Post post) {
            writePost(out.type(POST_TYPE), post);
            return;
        }
        if (message instanceof Lobby.Shout shout) {
            writeShout(out.type(SHOUT_TYPE), shout);
            return;
        }
        throw new AssertionError("Unknown type: " + message.getClass());
    }

    @Override
    public void writeToClient(JsonWriter out, Lobby.ToClient message) {
        if (message instanceof Lobby.Shouted shouted) {
            writeShouted(out.type(SHOUTED_TYPE), shouted);
            return;
        }
        if (message instanceof Lobby.Posted posted) {
            writePosted(out.type(POSTED_TYPE), posted);
            return;
        }
        throw new AssertionError("Unknown type: " + message.getClass());
    }

    @Override
    public String typeOfToServer(Lobby.ToServer message) {
        if (message instanceof Lobby.Post) {
            return "post";
        }
        if (message instanceof Lobby.Shout) {
            return "shout";
        }
        throw new AssertionError("Unknown type: " + message.getClass());
    }

    @Override
    public String typeOfToClient(Lobby.ToClient message) {
        if (message instanceof Lobby.Shouted) {
            return "shouted";
        }
        if (message instanceof Lobby.Posted) {
            return "posted";
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

    private static Lobby.Post readPost(JsonReader in) {
        String content = null;
        // First the fields that stand in the order of declaration. In all masks, bit i is component i.
        long seen = 0;
        if (in.first(POST_CONTENT)) {
            content = in.string();
            seen |= 1L; // content
        }
        // Then the others, in any order.
        long wrong = in.isFlawed() ? Long.highestOneBit(seen) : 0;
        int field = in.endObject(seen) ? FieldNames.END : in.anyOrder(POST_FIELDS, seen);
        for (; field != FieldNames.END; field = in.next(POST_FIELDS, field + 1)) {
            int flaws = in.flaws();
            seen = in.once(seen, field);
            switch (field) {
                case 0 -> content = in.string();
                default -> throw new AssertionError("Unknown field: " + field);
            }
            wrong |= in.flaws() == flaws ? 0 : 1L << field;
        }
        // Last, what is missing, malformed or invalid.
        if (in.isFlawed() || seen != 1L) {
            int flaws = in.flaws();
            in.require(POST_FIELDS, seen, 1L);
            if (wrong != 0 || in.flaws() != flaws) {
                return null;
            }
        }
        return new Lobby.Post(content);
    }

    private static void writePost(JsonWriter out, Lobby.Post value) {
        out.name(POST_CONTENT).value(value.content());
    }

    private static Lobby.Shout readShout(JsonReader in) {
        String content = null;
        // First the fields that stand in the order of declaration. In all masks, bit i is component i.
        long seen = 0;
        if (in.first(SHOUT_CONTENT)) {
            content = in.string();
            seen |= 1L; // content
        }
        // Then the others, in any order.
        long wrong = in.isFlawed() ? Long.highestOneBit(seen) : 0;
        int field = in.endObject(seen) ? FieldNames.END : in.anyOrder(SHOUT_FIELDS, seen);
        for (; field != FieldNames.END; field = in.next(SHOUT_FIELDS, field + 1)) {
            int flaws = in.flaws();
            seen = in.once(seen, field);
            switch (field) {
                case 0 -> content = in.string();
                default -> throw new AssertionError("Unknown field: " + field);
            }
            wrong |= in.flaws() == flaws ? 0 : 1L << field;
        }
        // Last, what is missing, malformed or invalid.
        if (in.isFlawed() || seen != 1L) {
            int flaws = in.flaws();
            in.require(SHOUT_FIELDS, seen, 1L);
            if (wrong != 0 || in.flaws() != flaws) {
                return null;
            }
        }
        return new Lobby.Shout(content);
    }

    private static void writeShout(JsonWriter out, Lobby.Shout value) {
        out.name(SHOUT_CONTENT).value(value.content());
    }

    private static Lobby.Shouted readShouted(JsonReader in) {
        String content = null;
        // First the fields that stand in the order of declaration. In all masks, bit i is component i.
        long seen = 0;
        if (in.first(SHOUTED_CONTENT)) {
            content = in.string();
            seen |= 1L; // content
        }
        // Then the others, in any order.
        long wrong = in.isFlawed() ? Long.highestOneBit(seen) : 0;
        int field = in.endObject(seen) ? FieldNames.END : in.anyOrder(SHOUTED_FIELDS, seen);
        for (; field != FieldNames.END; field = in.next(SHOUTED_FIELDS, field + 1)) {
            int flaws = in.flaws();
            seen = in.once(seen, field);
            switch (field) {
                case 0 -> content = in.string();
                default -> throw new AssertionError("Unknown field: " + field);
            }
            wrong |= in.flaws() == flaws ? 0 : 1L << field;
        }
        // Last, what is missing, malformed or invalid.
        if (in.isFlawed() || seen != 1L) {
            int flaws = in.flaws();
            in.require(SHOUTED_FIELDS, seen, 1L);
            if (wrong != 0 || in.flaws() != flaws) {
                return null;
            }
        }
        return new Lobby.Shouted(content);
    }

    private static void writeShouted(JsonWriter out, Lobby.Shouted value) {
        out.name(SHOUTED_CONTENT).value(value.content());
    }

    private static Lobby.Posted readPosted(JsonReader in) {
        String from = null;
        String content = null;
        // First the fields that stand in the order of declaration. In all masks, bit i is component i.
        long seen = 0;
        if (in.first(POSTED_FROM)) {
            from = in.string();
            seen |= 1L; // from
        }
        if (seen != 0 && in.expect(POSTED_CONTENT)) {
            content = in.string();
            seen |= 2L; // content
        }
        // Then the others, in any order.
        long wrong = in.isFlawed() ? Long.highestOneBit(seen) : 0;
        int field = in.endObject(seen) ? FieldNames.END : in.anyOrder(POSTED_FIELDS, seen);
        for (; field != FieldNames.END; field = in.next(POSTED_FIELDS, field + 1)) {
            int flaws = in.flaws();
            seen = in.once(seen, field);
            switch (field) {
                case 0 -> from = in.string();
                case 1 -> content = in.string();
                default -> throw new AssertionError("Unknown field: " + field);
            }
            wrong |= in.flaws() == flaws ? 0 : 1L << field;
        }
        // Last, what is missing, malformed or invalid.
        if (in.isFlawed() || seen != 3L) {
            int flaws = in.flaws();
            in.require(POSTED_FIELDS, seen, 3L);
            if (wrong != 0 || in.flaws() != flaws) {
                return null;
            }
        }
        return new Lobby.Posted(from, content);
    }

    private static void writePosted(JsonWriter out, Lobby.Posted value) {
        out.name(POSTED_FROM).value(value.from());
        out.name(POSTED_CONTENT).value(value.content());
    }
}
