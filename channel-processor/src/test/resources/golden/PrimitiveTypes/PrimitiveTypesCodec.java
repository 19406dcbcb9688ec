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
import dev.strait.runtime.spi.codec.Violations;
import java.lang.AssertionError;
import java.lang.Long;
import java.lang.Override;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.lang.Void;
import javax.annotation.processing.Generated;

/**
 * Decodes and encodes the messages of {@link PrimitiveTypes} as JSON.
 *
 * <p>Primitives, with and without bounds.
 *
 * <p>A decoded message satisfies all constraints; an invalid one is refused with all its violations. Stateless.
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class PrimitiveTypesCodec implements ChannelCodec<String, PrimitiveTypes.ToServer, Void> {
    private static final TypeNames TO_SERVER_TYPES = TypeNames.of("primitives");

    private static final JsonConstant PRIMITIVES_TYPE = JsonConstant.type("primitives");

    private static final FieldNames PRIMITIVES_FIELDS = FieldNames.of("bool", "tiny", "small", "number", "large", "rough", "exact", "letter");

    private static final JsonConstant PRIMITIVES_BOOL = JsonConstant.name("bool");

    private static final JsonConstant PRIMITIVES_TINY = JsonConstant.name("tiny");

    private static final JsonConstant PRIMITIVES_SMALL = JsonConstant.name("small");

    private static final JsonConstant PRIMITIVES_NUMBER = JsonConstant.name("number");

    private static final JsonConstant PRIMITIVES_LARGE = JsonConstant.name("large");

    private static final JsonConstant PRIMITIVES_ROUGH = JsonConstant.name("rough");

    private static final JsonConstant PRIMITIVES_EXACT = JsonConstant.name("exact");

    private static final JsonConstant PRIMITIVES_LETTER = JsonConstant.name("letter");

    static final ChannelContract<String, PrimitiveTypes.ToServer, Void> CONTRACT = ChannelContract
            .builder("com.acme.PrimitiveTypes", new PrimitiveTypesCodec())
            .path("/ws/primitive-types")
            .fingerprint("3f3fbc58e22cbe89")
            .maxMessageBytes(348L, "primitives")
            .toServer(
                    WireMessage.of("primitives", PRIMITIVES_FIELDS))
            .build();

    @Override
    public PrimitiveTypes.ToServer readToServer(JsonReader in) {
        PrimitiveTypes.ToServer message = switch (in.type(TO_SERVER_TYPES)) {
            case 0 -> readPrimitives(in);
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
    public void writeToServer(JsonWriter out, PrimitiveTypes.ToServer message) {
        if (message instanceof PrimitiveTypes.Primitives primitives) {
            writePrimitives(out.type(PRIMITIVES_TYPE), primitives);
            return;
        }
        throw new AssertionError("Unknown type: " + message.getClass());
    }

    @Override
    public void writeToClient(JsonWriter out, Void message) {
        throw new AssertionError("The contract declares no such message");
    }

    @Override
    public String typeOfToServer(PrimitiveTypes.ToServer message) {
        if (message instanceof PrimitiveTypes.Primitives) {
            return "primitives";
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

    private static PrimitiveTypes.Primitives readPrimitives(JsonReader in) {
        boolean bool = false;
        byte tiny = 0;
        short small = 0;
        int number = 0;
        long large = 0;
        float rough = 0;
        double exact = 0;
        char letter = 0;
        // First the fields that stand in the order of declaration. In all masks, bit i is component i.
        long seen = 0;
        if (in.first(PRIMITIVES_BOOL)) {
            bool = in.booleanValue();
            seen |= 1L; // bool
        }
        if (seen != 0 && in.expect(PRIMITIVES_TINY)) {
            tiny = in.byteValue();
            seen |= 2L; // tiny
        }
        if (seen != 0 && in.expect(PRIMITIVES_SMALL)) {
            small = in.shortValue();
            seen |= 4L; // small
        }
        if (seen != 0 && in.expect(PRIMITIVES_NUMBER)) {
            number = in.intValue();
            seen |= 8L; // number
        }
        if (seen != 0 && in.expect(PRIMITIVES_LARGE)) {
            large = in.longValue();
            seen |= 16L; // large
        }
        if (seen != 0 && in.expect(PRIMITIVES_ROUGH)) {
            rough = in.floatValue();
            seen |= 32L; // rough
        }
        if (seen != 0 && in.expect(PRIMITIVES_EXACT)) {
            exact = in.doubleValue();
            seen |= 64L; // exact
        }
        if (seen != 0 && in.expect(PRIMITIVES_LETTER)) {
            letter = in.charValue();
            seen |= 128L; // letter
        }
        // Then the others, in any order.
        long wrong = in.isFlawed() ? Long.highestOneBit(seen) : 0;
        int field = in.endObject(seen) ? FieldNames.END : in.anyOrder(PRIMITIVES_FIELDS, seen);
        for (; field != FieldNames.END; field = in.next(PRIMITIVES_FIELDS, field + 1)) {
            int flaws = in.flaws();
            seen = in.once(seen, field);
            switch (field) {
                case 0 -> bool = in.booleanValue();
                case 1 -> tiny = in.byteValue();
                case 2 -> small = in.shortValue();
                case 3 -> number = in.intValue();
                case 4 -> large = in.longValue();
                case 5 -> rough = in.floatValue();
                case 6 -> exact = in.doubleValue();
                case 7 -> letter = in.charValue();
                default -> throw new AssertionError("Unknown field: " + field);
            }
            wrong |= in.flaws() == flaws ? 0 : 1L << field;
        }
        // Last, what is missing, malformed or invalid.
        if (in.isFlawed() || seen != 255L || isInvalidPrimitives(number)) {
            int flaws = in.flaws();
            in.require(PRIMITIVES_FIELDS, seen, 255L);
            checkPrimitives(in.violations(), seen & ~wrong, number);
            if (wrong != 0 || in.flaws() != flaws) {
                return null;
            }
        }
        return new PrimitiveTypes.Primitives(bool, tiny, small, number, large, rough, exact, letter);
    }

    private static boolean isInvalidPrimitives(int number) {
        return number < 1 || number > 9;
    }

    private static void checkPrimitives(Violations out, long sound, int number) {
        if ((sound & 8L) != 0) {
            if (number < 1) {
                out.add("min", "must be at least 1", "/number");
            }
            if (number > 9) {
                out.add("max", "must be at most 9", "/number");
            }
        }
    }

    private static void writePrimitives(JsonWriter out, PrimitiveTypes.Primitives value) {
        out.name(PRIMITIVES_BOOL).value(value.bool());
        out.name(PRIMITIVES_TINY).value(value.tiny());
        out.name(PRIMITIVES_SMALL).value(value.small());
        out.name(PRIMITIVES_NUMBER).value(value.number());
        out.name(PRIMITIVES_LARGE).value(value.large());
        out.name(PRIMITIVES_ROUGH).value(value.rough());
        out.name(PRIMITIVES_EXACT).value(value.exact());
        out.name(PRIMITIVES_LETTER).value(value.letter());
    }
}
