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
import java.lang.Boolean;
import java.lang.Byte;
import java.lang.Character;
import java.lang.Double;
import java.lang.Float;
import java.lang.Integer;
import java.lang.Long;
import java.lang.Override;
import java.lang.Short;
import java.lang.String;
import java.lang.SuppressWarnings;
import javax.annotation.processing.Generated;

/**
 * Decodes and encodes the messages of {@link BoxedTypes} as JSON.
 *
 * <p>Boxed primitives, in both directions.
 *
 * <p>A decoded message satisfies all constraints; an invalid one is refused with all its violations. Stateless.
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class BoxedTypesCodec implements ChannelCodec<String, BoxedTypes.ToServer, BoxedTypes.ToClient> {
    private static final TypeNames TO_SERVER_TYPES = TypeNames.of("boxes");

    private static final JsonConstant BOXES_TYPE = JsonConstant.type("boxes");

    private static final TypeNames TO_CLIENT_TYPES = TypeNames.of("boxes");

    private static final FieldNames BOXES_FIELDS = FieldNames.of("bool", "tiny", "small", "number", "large", "rough", "exact", "letter");

    private static final JsonConstant BOXES_BOOL = JsonConstant.name("bool");

    private static final JsonConstant BOXES_TINY = JsonConstant.name("tiny");

    private static final JsonConstant BOXES_SMALL = JsonConstant.name("small");

    private static final JsonConstant BOXES_NUMBER = JsonConstant.name("number");

    private static final JsonConstant BOXES_LARGE = JsonConstant.name("large");

    private static final JsonConstant BOXES_ROUGH = JsonConstant.name("rough");

    private static final JsonConstant BOXES_EXACT = JsonConstant.name("exact");

    private static final JsonConstant BOXES_LETTER = JsonConstant.name("letter");

    static final ChannelContract<String, BoxedTypes.ToServer, BoxedTypes.ToClient> CONTRACT = ChannelContract
            .builder("com.acme.BoxedTypes", new BoxedTypesCodec())
            .path("/ws/boxed-types")
            .fingerprint("fd119d8c5c696a39")
            .maxMessageBytes(343L, "boxes")
            .toServer(
                    WireMessage.of("boxes", BOXES_FIELDS))
            .toClient(
                    WireMessage.of("boxes", BOXES_FIELDS))
            .build();

    @Override
    public BoxedTypes.ToServer readToServer(JsonReader in) {
        BoxedTypes.ToServer message = switch (in.type(TO_SERVER_TYPES)) {
            case 0 -> readBoxes(in);
            default -> throw in.unknownType();
        };
        in.end();
        return message;
    }

    @Override
    public BoxedTypes.ToClient readToClient(JsonReader in) {
        BoxedTypes.ToClient message = switch (in.type(TO_CLIENT_TYPES)) {
            case 0 -> readBoxes(in);
            default -> throw in.unknownType();
        };
        in.end();
        return message;
    }

    @Override
    public void writeToServer(JsonWriter out, BoxedTypes.ToServer message) {
        if (message instanceof BoxedTypes.Boxes boxes) {
            writeBoxes(out.type(BOXES_TYPE), boxes);
            return;
        }
        throw new AssertionError("Unknown type: " + message.getClass());
    }

    @Override
    public void writeToClient(JsonWriter out, BoxedTypes.ToClient message) {
        if (message instanceof BoxedTypes.Boxes boxes) {
            writeBoxes(out.type(BOXES_TYPE), boxes);
            return;
        }
        throw new AssertionError("Unknown type: " + message.getClass());
    }

    @Override
    public String typeOfToServer(BoxedTypes.ToServer message) {
        if (message instanceof BoxedTypes.Boxes) {
            return "boxes";
        }
        throw new AssertionError("Unknown type: " + message.getClass());
    }

    @Override
    public String typeOfToClient(BoxedTypes.ToClient message) {
        if (message instanceof BoxedTypes.Boxes) {
            return "boxes";
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

    private static BoxedTypes.Boxes readBoxes(JsonReader in) {
        Boolean bool = null;
        Byte tiny = null;
        Short small = null;
        Integer number = null;
        Long large = null;
        Float rough = null;
        Double exact = null;
        Character letter = null;
        // First the fields that stand in the order of declaration. In all masks, bit i is component i.
        long seen = 0;
        if (in.first(BOXES_BOOL)) {
            bool = in.booleanValue();
            seen |= 1L; // bool
        }
        if (seen != 0 && in.expect(BOXES_TINY)) {
            tiny = in.byteValue();
            seen |= 2L; // tiny
        }
        if (seen != 0 && in.expect(BOXES_SMALL)) {
            small = in.shortValue();
            seen |= 4L; // small
        }
        if (seen != 0 && in.expect(BOXES_NUMBER)) {
            number = in.intValue();
            seen |= 8L; // number
        }
        if (seen != 0 && in.expect(BOXES_LARGE)) {
            large = in.longValue();
            seen |= 16L; // large
        }
        if (seen != 0 && in.expect(BOXES_ROUGH)) {
            rough = in.floatValue();
            seen |= 32L; // rough
        }
        if (seen != 0 && in.expect(BOXES_EXACT)) {
            exact = in.doubleValue();
            seen |= 64L; // exact
        }
        if (seen != 0 && in.expect(BOXES_LETTER)) {
            letter = in.charValue();
            seen |= 128L; // letter
        }
        // Then the others, in any order.
        long wrong = in.isFlawed() ? Long.highestOneBit(seen) : 0;
        int field = in.endObject(seen) ? FieldNames.END : in.anyOrder(BOXES_FIELDS, seen);
        for (; field != FieldNames.END; field = in.next(BOXES_FIELDS, field + 1)) {
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
        if (in.isFlawed() || seen != 255L || isInvalidBoxes(number)) {
            int flaws = in.flaws();
            in.require(BOXES_FIELDS, seen, 255L);
            checkBoxes(in.violations(), seen & ~wrong, number);
            if (wrong != 0 || in.flaws() != flaws) {
                return null;
            }
        }
        return new BoxedTypes.Boxes(bool, tiny, small, number, large, rough, exact, letter);
    }

    private static boolean isInvalidBoxes(Integer number) {
        return number < 1;
    }

    private static void checkBoxes(Violations out, long sound, Integer number) {
        if ((sound & 8L) != 0) {
            if (number < 1) {
                out.add("positive", "must be greater than 0", "/number");
            }
        }
    }

    private static void writeBoxes(JsonWriter out, BoxedTypes.Boxes value) {
        out.name(BOXES_BOOL).value(out.required(value.bool()));
        out.name(BOXES_TINY).value(out.required(value.tiny()));
        out.name(BOXES_SMALL).value(out.required(value.small()));
        out.name(BOXES_NUMBER).value(out.required(value.number()));
        out.name(BOXES_LARGE).value(out.required(value.large()));
        out.name(BOXES_ROUGH).value(out.required(value.rough()));
        out.name(BOXES_EXACT).value(out.required(value.exact()));
        out.name(BOXES_LETTER).value(out.required(value.letter()));
    }
}
