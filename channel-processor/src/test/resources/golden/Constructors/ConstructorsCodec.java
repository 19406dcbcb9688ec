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
import java.lang.Exception;
import java.lang.Long;
import java.lang.Override;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.lang.Void;
import javax.annotation.processing.Generated;

/**
 * Decodes and encodes the messages of {@link Constructors} as JSON.
 *
 * <p>A record with a constructor of its own.
 *
 * <p>A decoded message satisfies all constraints; an invalid one is refused with all its violations. Stateless.
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class ConstructorsCodec implements ChannelCodec<String, Constructors.ToServer, Void> {
    private static final TypeNames TO_SERVER_TYPES = TypeNames.of("range:set");

    private static final JsonConstant RANGE_TYPE = JsonConstant.type("range:set");

    private static final FieldNames RANGE_FIELDS = FieldNames.of("from", "to");

    private static final JsonConstant RANGE_FROM = JsonConstant.name("from");

    private static final JsonConstant RANGE_TO = JsonConstant.name("to");

    static final ChannelContract<String, Constructors.ToServer, Void> CONTRACT = ChannelContract
            .builder("com.acme.Constructors", new ConstructorsCodec())
            .path("/ws/constructors")
            .fingerprint("971f025f0f85345d")
            .maxMessageBytes(57L, "range:set")
            .toServer(
                    WireMessage.of("range:set", RANGE_FIELDS))
            .build();

    @Override
    public Constructors.ToServer readToServer(JsonReader in) {
        Constructors.ToServer message = switch (in.type(TO_SERVER_TYPES)) {
            case 0 -> readRange(in);
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
    public void writeToServer(JsonWriter out, Constructors.ToServer message) {
        if (message instanceof Constructors.Range range) {
            writeRange(out.type(RANGE_TYPE), range);
            return;
        }
        throw new AssertionError("Unknown type: " + message.getClass());
    }

    @Override
    public void writeToClient(JsonWriter out, Void message) {
        throw new AssertionError("The contract declares no such message");
    }

    @Override
    public String typeOfToServer(Constructors.ToServer message) {
        if (message instanceof Constructors.Range) {
            return "range:set";
        }
        throw new AssertionError("Unknown type: " + message.getClass());
    }

    @Override
    public String typeOfToClient(Void message) {
        throw new AssertionError("The contract declares no such message");
    }

    @Override
    public String roomName(String room) {
        return RoomName.join(room);
    }

    @Override
    public String room(String name) {
        return RoomName.split(name, 1).get(0);
    }

    private static Constructors.Range readRange(JsonReader in) {
        int from = 0;
        int to = 0;
        // First the fields that stand in the order of declaration. In all masks, bit i is component i.
        long seen = 0;
        if (in.first(RANGE_FROM)) {
            from = in.intValue();
            seen |= 1L; // from
        }
        if (seen != 0 && in.expect(RANGE_TO)) {
            to = in.intValue();
            seen |= 2L; // to
        }
        // Then the others, in any order.
        long wrong = in.isFlawed() ? Long.highestOneBit(seen) : 0;
        int field = in.endObject(seen) ? FieldNames.END : in.anyOrder(RANGE_FIELDS, seen);
        for (; field != FieldNames.END; field = in.next(RANGE_FIELDS, field + 1)) {
            int flaws = in.flaws();
            seen = in.once(seen, field);
            switch (field) {
                case 0 -> from = in.intValue();
                case 1 -> to = in.intValue();
                default -> throw new AssertionError("Unknown field: " + field);
            }
            wrong |= in.flaws() == flaws ? 0 : 1L << field;
        }
        // Last, what is missing, malformed or invalid.
        if (in.isFlawed() || seen != 3L) {
            int flaws = in.flaws();
            in.require(RANGE_FIELDS, seen, 3L);
            if (wrong != 0 || in.flaws() != flaws) {
                return null;
            }
        }
        try {
            return new Constructors.Range(from, to);
        } catch (Exception refused) {
            in.rejected(refused);
            return null;
        }
    }

    private static void writeRange(JsonWriter out, Constructors.Range value) {
        out.name(RANGE_FROM).value(value.from());
        out.name(RANGE_TO).value(value.to());
    }
}
