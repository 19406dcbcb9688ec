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
import java.lang.Void;
import javax.annotation.processing.Generated;

/**
 * Decodes and encodes the messages of {@link Feed} as JSON.
 *
 * <p>A decoded message satisfies all constraints; an invalid one is refused with all its violations. Stateless.
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class FeedCodec implements ChannelCodec<String, Void, Feed.ToClient> {
    private static final TypeNames TO_CLIENT_TYPES = TypeNames.of("tick");

    private static final JsonConstant TICK_TYPE = JsonConstant.type("tick");

    private static final FieldNames TICK_FIELDS = FieldNames.of("at");

    private static final JsonConstant TICK_AT = JsonConstant.name("at");

    static final ChannelContract<String, Void, Feed.ToClient> CONTRACT = ChannelContract
            .builder("com.acme.Feed", new FeedCodec())
            .path("/ws/feed")
            .fingerprint("93f1df9d8f56d6fe")
            .toClient(
                    WireMessage.of("tick", TICK_FIELDS))
            .build();

    @Override
    public Void readToServer(JsonReader in) {
        throw in.unknownType();
    }

    @Override
    public Feed.ToClient readToClient(JsonReader in) {
        Feed.ToClient message = switch (in.type(TO_CLIENT_TYPES)) {
            case 0 -> readTick(in);
            default -> throw in.unknownType();
        };
        in.end();
        return message;
    }

    @Override
    public void writeToServer(JsonWriter out, Void message) {
        throw new AssertionError("The contract declares no such message");
    }

    @Override
    public void writeToClient(JsonWriter out, Feed.ToClient message) {
        if (message instanceof Feed.Tick tick) {
            writeTick(out.type(TICK_TYPE), tick);
            return;
        }
        throw new AssertionError("Unknown type: " + message.getClass());
    }

    @Override
    public String typeOfToServer(Void message) {
        throw new AssertionError("The contract declares no such message");
    }

    @Override
    public String typeOfToClient(Feed.ToClient message) {
        if (message instanceof Feed.Tick) {
            return "tick";
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

    private static Feed.Tick readTick(JsonReader in) {
        long at = 0;
        // First the fields that stand in the order of declaration. In all masks, bit i is component i.
        long seen = 0;
        if (in.first(TICK_AT)) {
            at = in.longValue();
            seen |= 1L; // at
        }
        // Then the others, in any order.
        long wrong = in.isFlawed() ? Long.highestOneBit(seen) : 0;
        int field = in.endObject(seen) ? FieldNames.END : in.anyOrder(TICK_FIELDS, seen);
        for (; field != FieldNames.END; field = in.next(TICK_FIELDS, field + 1)) {
            int flaws = in.flaws();
            seen = in.once(seen, field);
            switch (field) {
                case 0 -> at = in.longValue();
                default -> throw new AssertionError("Unknown field: " + field);
            }
            wrong |= in.flaws() == flaws ? 0 : 1L << field;
        }
        // Last, what is missing, malformed or invalid.
        if (in.isFlawed() || seen != 1L) {
            int flaws = in.flaws();
            in.require(TICK_FIELDS, seen, 1L);
            if (wrong != 0 || in.flaws() != flaws) {
                return null;
            }
        }
        return new Feed.Tick(at);
    }

    private static void writeTick(JsonWriter out, Feed.Tick value) {
        out.name(TICK_AT).value(value.at());
    }
}
