package com.acme;

import dev.strait.runtime.spi.ChannelContract;
import dev.strait.runtime.spi.WireMessage;
import dev.strait.runtime.spi.codec.ChannelCodec;
import dev.strait.runtime.spi.codec.CharRuns;
import dev.strait.runtime.spi.codec.EnumNames;
import dev.strait.runtime.spi.codec.FieldNames;
import dev.strait.runtime.spi.codec.JsonConstant;
import dev.strait.runtime.spi.codec.JsonReader;
import dev.strait.runtime.spi.codec.JsonWriter;
import dev.strait.runtime.spi.codec.RoomName;
import dev.strait.runtime.spi.codec.TextFormat;
import dev.strait.runtime.spi.codec.TypeNames;
import dev.strait.runtime.spi.codec.Violations;
import java.lang.AssertionError;
import java.lang.Integer;
import java.lang.Long;
import java.lang.Override;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.lang.Void;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import javax.annotation.processing.Generated;

/**
 * Decodes and encodes the messages of {@link TextTypes} as JSON.
 *
 * <p>Types that are texts on the wire, with their constraints.
 *
 * <p>A decoded message satisfies all constraints; an invalid one is refused with all its violations. Stateless.
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class TextTypesCodec implements ChannelCodec<String, TextTypes.ToServer, Void> {
    private static final TypeNames TO_SERVER_TYPES = TypeNames.of("texts", "long20k");

    private static final JsonConstant TEXTS_TYPE = JsonConstant.type("texts");

    private static final JsonConstant LONG20K_TYPE = JsonConstant.type("long20k");

    private static final FieldNames TEXTS_FIELDS = FieldNames.of("word", "id", "day", "time", "weekday", "whole", "money");

    private static final JsonConstant TEXTS_WORD = JsonConstant.name("word");

    private static final JsonConstant TEXTS_ID = JsonConstant.name("id");

    private static final JsonConstant TEXTS_DAY = JsonConstant.name("day");

    private static final JsonConstant TEXTS_TIME = JsonConstant.name("time");

    private static final JsonConstant TEXTS_WEEKDAY = JsonConstant.name("weekday");

    private static final JsonConstant TEXTS_WHOLE = JsonConstant.name("whole");

    private static final JsonConstant TEXTS_MONEY = JsonConstant.name("money");

    private static final EnumNames<DayOfWeek> DAY_OF_WEEK_NAMES = EnumNames.of(DayOfWeek.values());

    private static final BigInteger TEXTS_WHOLE_LEAST = new BigInteger("-5");

    private static final FieldNames LONG20K_FIELDS = FieldNames.of("text");

    private static final JsonConstant LONG20K_TEXT = JsonConstant.name("text");

    static final ChannelContract<String, TextTypes.ToServer, Void> CONTRACT = ChannelContract
            .builder("com.acme.TextTypes", new TextTypesCodec())
            .path("/ws/text-types")
            .fingerprint("177cd4e86cf334cd")
            .toServer(
                    WireMessage.of("texts", TEXTS_FIELDS),
                    WireMessage.of("long20k", LONG20K_FIELDS))
            .build();

    @Override
    public TextTypes.ToServer readToServer(JsonReader in) {
        TextTypes.ToServer message = switch (in.type(TO_SERVER_TYPES)) {
            case 0 -> readTexts(in);
            case 1 -> readLong20k(in);
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
    public void writeToServer(JsonWriter out, TextTypes.ToServer message) {
        if (message instanceof TextTypes.Texts texts) {
            writeTexts(out.type(TEXTS_TYPE), texts);
            return;
        }
        if (message instanceof TextTypes.Long20k long20k) {
            writeLong20k(out.type(LONG20K_TYPE), long20k);
            return;
        }
        throw new AssertionError("Unknown type: " + message.getClass());
    }

    @Override
    public void writeToClient(JsonWriter out, Void message) {
        throw new AssertionError("The contract declares no such message");
    }

    @Override
    public String typeOfToServer(TextTypes.ToServer message) {
        if (message instanceof TextTypes.Texts) {
            return "texts";
        }
        if (message instanceof TextTypes.Long20k) {
            return "long20k";
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

    private static TextTypes.Texts readTexts(JsonReader in) {
        String word = null;
        UUID id = null;
        LocalDate day = null;
        Duration time = null;
        DayOfWeek weekday = null;
        BigInteger whole = null;
        BigDecimal money = null;
        // First the fields that stand in the order of declaration. In all masks, bit i is component i.
        long seen = 0;
        if (in.first(TEXTS_WORD)) {
            word = in.string();
            seen |= 1L; // word
        }
        if (seen != 0 && in.expect(TEXTS_ID)) {
            id = in.text(TextFormat.UUID);
            seen |= 2L; // id
        }
        if (seen != 0 && in.expect(TEXTS_DAY)) {
            day = in.text(TextFormat.LOCAL_DATE);
            seen |= 4L; // day
        }
        if (seen != 0 && in.expect(TEXTS_TIME)) {
            time = in.text(TextFormat.DURATION);
            seen |= 8L; // time
        }
        if (seen != 0 && in.expect(TEXTS_WEEKDAY)) {
            weekday = in.constant(DAY_OF_WEEK_NAMES);
            seen |= 16L; // weekday
        }
        if (seen != 0 && in.expect(TEXTS_WHOLE)) {
            whole = in.bigInteger();
            seen |= 32L; // whole
        }
        if (seen != 0 && in.expect(TEXTS_MONEY)) {
            money = in.bigDecimal();
            seen |= 64L; // money
        }
        // Then the others, in any order.
        long wrong = in.isFlawed() ? Long.highestOneBit(seen) : 0;
        int field = in.endObject(seen) ? FieldNames.END : in.anyOrder(TEXTS_FIELDS, seen);
        for (; field != FieldNames.END; field = in.next(TEXTS_FIELDS, field + 1)) {
            int flaws = in.flaws();
            seen = in.once(seen, field);
            switch (field) {
                case 0 -> word = in.string();
                case 1 -> id = in.text(TextFormat.UUID);
                case 2 -> day = in.text(TextFormat.LOCAL_DATE);
                case 3 -> time = in.text(TextFormat.DURATION);
                case 4 -> weekday = in.constant(DAY_OF_WEEK_NAMES);
                case 5 -> whole = in.bigInteger();
                case 6 -> money = in.bigDecimal();
                default -> throw new AssertionError("Unknown field: " + field);
            }
            wrong |= in.flaws() == flaws ? 0 : 1L << field;
        }
        // Last, what is missing, malformed or invalid.
        if (in.isFlawed() || seen != 127L || isInvalidTexts(word, whole, money)) {
            int flaws = in.flaws();
            in.require(TEXTS_FIELDS, seen, 127L);
            checkTexts(in.violations(), seen & ~wrong, word, whole, money);
            if (wrong != 0 || in.flaws() != flaws) {
                return null;
            }
        }
        return new TextTypes.Texts(word, id, day, time, weekday, whole, money);
    }

    private static boolean isInvalidTexts(String word, BigInteger whole, BigDecimal money) {
        return !matchesTextsWord(word)
                || whole.compareTo(TEXTS_WHOLE_LEAST) < 0
                || money.signum() <= 0;
    }

    private static void checkTexts(Violations out, long sound, String word, BigInteger whole,
            BigDecimal money) {
        if ((sound & 1L) != 0) {
            if (!matchesTextsWord(word)) {
                out.add("pattern", "must be lower-case letters", "/word");
            }
        }
        if ((sound & 32L) != 0) {
            if (whole.compareTo(TEXTS_WHOLE_LEAST) < 0) {
                out.add("min", "must be at least -5", "/whole");
            }
        }
        if ((sound & 64L) != 0) {
            if (money.signum() <= 0) {
                out.add("positive", "must be greater than 0", "/money");
            }
        }
    }

    private static void writeTexts(JsonWriter out, TextTypes.Texts value) {
        out.name(TEXTS_WORD).value(value.word());
        out.name(TEXTS_ID).text(value.id());
        out.name(TEXTS_DAY).text(value.day());
        out.name(TEXTS_TIME).text(value.time());
        out.name(TEXTS_WEEKDAY).value(value.weekday(), DAY_OF_WEEK_NAMES);
        out.name(TEXTS_WHOLE).value(value.whole());
        out.name(TEXTS_MONEY).value(value.money());
    }

    private static TextTypes.Long20k readLong20k(JsonReader in) {
        String text = null;
        // First the fields that stand in the order of declaration. In all masks, bit i is component i.
        long seen = 0;
        if (in.first(LONG20K_TEXT)) {
            text = in.string(Integer.MAX_VALUE);
            seen |= 1L; // text
        }
        // Then the others, in any order.
        long wrong = in.isFlawed() ? Long.highestOneBit(seen) : 0;
        int field = in.endObject(seen) ? FieldNames.END : in.anyOrder(LONG20K_FIELDS, seen);
        for (; field != FieldNames.END; field = in.next(LONG20K_FIELDS, field + 1)) {
            int flaws = in.flaws();
            seen = in.once(seen, field);
            switch (field) {
                case 0 -> text = in.string(Integer.MAX_VALUE);
                default -> throw new AssertionError("Unknown field: " + field);
            }
            wrong |= in.flaws() == flaws ? 0 : 1L << field;
        }
        // Last, what is missing, malformed or invalid.
        if (in.isFlawed() || seen != 1L || isInvalidLong20k(text)) {
            int flaws = in.flaws();
            in.require(LONG20K_FIELDS, seen, 1L);
            checkLong20k(in.violations(), seen & ~wrong, text);
            if (wrong != 0 || in.flaws() != flaws) {
                return null;
            }
        }
        return new TextTypes.Long20k(text);
    }

    private static boolean isInvalidLong20k(String text) {
        return text.length() > 20000;
    }

    private static void checkLong20k(Violations out, long sound, String text) {
        if ((sound & 1L) != 0) {
            if (text.length() > 20000) {
                out.add("size", "must have at most 20000 characters", "/text");
            }
        }
    }

    private static void writeLong20k(JsonWriter out, TextTypes.Long20k value) {
        out.name(LONG20K_TEXT).value(value.text());
    }

    /**
     * The regular expression [a-z]+, which needs no backtracking.
     */
    private static boolean matchesTextsWord(String text) {
        int at = 0;
        at = CharRuns.range(text, at, 1, Integer.MAX_VALUE, 'a', 'z');
        return at == text.length();
    }
}
