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
import java.lang.Object;
import java.lang.Override;
import java.lang.String;
import java.lang.SuppressWarnings;
import javax.annotation.processing.Generated;

/**
 * Decodes and encodes the messages of {@link Prices} as JSON.
 *
 * <p>Prices of shares.
 *
 * <p>A decoded message satisfies all constraints; an invalid one is refused with all its violations. Stateless.
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class PricesCodec implements ChannelCodec<String, Prices.ToServer, Prices.ToClient> {
    private static final TypeNames TO_SERVER_TYPES = TypeNames.of("watch", "latest");

    private static final JsonConstant WATCH_TYPE = JsonConstant.type("watch");

    private static final JsonConstant LATEST_TYPE = JsonConstant.type("latest");

    private static final TypeNames TO_CLIENT_TYPES = TypeNames.of("price");

    private static final JsonConstant PRICE_TYPE = JsonConstant.type("price");

    private static final TypeNames LATEST_ANSWERS = TypeNames.of("latest.price");

    private static final JsonConstant PRICE_TYPE_ = JsonConstant.type("latest.price");

    private static final FieldNames WATCH_FIELDS = FieldNames.of("symbol");

    private static final JsonConstant WATCH_SYMBOL = JsonConstant.name("symbol");

    private static final FieldNames LATEST_FIELDS = FieldNames.of("symbol");

    private static final JsonConstant LATEST_SYMBOL = JsonConstant.name("symbol");

    private static final FieldNames PRICE_FIELDS = FieldNames.of("symbol", "cents");

    private static final JsonConstant PRICE_SYMBOL = JsonConstant.name("symbol");

    private static final JsonConstant PRICE_CENTS = JsonConstant.name("cents");

    static final ChannelContract<String, Prices.ToServer, Prices.ToClient> CONTRACT = ChannelContract
            .builder("com.acme.Prices", new PricesCodec())
            .path("/ws/prices")
            .rooms(false)
            .fingerprint("30abaf369b5aaf58")
            .maxMessageBytes(90L, "latest")
            .toServer(
                    WireMessage.of("watch", WATCH_FIELDS),
                    WireMessage.of("latest", LATEST_FIELDS))
            .toClient(
                    WireMessage.of("price", PRICE_FIELDS))
            .build();

    @Override
    public Prices.ToServer readToServer(JsonReader in) {
        Prices.ToServer message = switch (in.type(TO_SERVER_TYPES)) {
            case 0 -> readWatch(in);
            case 1 -> readLatest(in);
            default -> throw in.unknownType();
        };
        in.end();
        return message;
    }

    @Override
    public Prices.ToClient readToClient(JsonReader in) {
        Prices.ToClient message = switch (in.type(TO_CLIENT_TYPES)) {
            case 0 -> readPrice(in);
            default -> throw in.unknownType();
        };
        in.end();
        return message;
    }

    @Override
    public void writeToServer(JsonWriter out, Prices.ToServer message) {
        if (message instanceof Prices.Watch watch) {
            writeWatch(out.type(WATCH_TYPE), watch);
            return;
        }
        if (message instanceof Prices.Latest latest) {
            writeLatest(out.type(LATEST_TYPE), latest);
            return;
        }
        throw new AssertionError("Unknown type: " + message.getClass());
    }

    @Override
    public void writeToClient(JsonWriter out, Prices.ToClient message) {
        if (message instanceof Prices.Price price) {
            writePrice(out.type(PRICE_TYPE), price);
            return;
        }
        throw new AssertionError("Unknown type: " + message.getClass());
    }

    @Override
    public String typeOfToServer(Prices.ToServer message) {
        if (message instanceof Prices.Watch) {
            return "watch";
        }
        if (message instanceof Prices.Latest) {
            return "latest";
        }
        throw new AssertionError("Unknown type: " + message.getClass());
    }

    @Override
    public String typeOfToClient(Prices.ToClient message) {
        if (message instanceof Prices.Price) {
            return "price";
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

    @Override
    public Object readAnswerToClient(JsonReader in, Prices.ToServer asked) {
        if (asked instanceof Prices.Latest) {
            return readAnswerOfLatest(in);
        }
        throw new AssertionError("Unknown type: " + asked.getClass());
    }

    @Override
    public void writeAnswerToClient(JsonWriter out, Prices.ToServer asked, Object answer) {
        if (asked instanceof Prices.Latest) {
            writeAnswerOfLatest(out, (Prices.Price) answer);
        } else {
            throw new AssertionError("Unknown type: " + asked.getClass());
        }
    }

    private static Prices.Watch readWatch(JsonReader in) {
        String symbol = null;
        // First the fields that stand in the order of declaration. In all masks, bit i is component i.
        long seen = 0;
        if (in.first(WATCH_SYMBOL)) {
            symbol = in.string();
            seen |= 1L; // symbol
        }
        // Then the others, in any order.
        long wrong = in.isFlawed() ? Long.highestOneBit(seen) : 0;
        int field = in.endObject(seen) ? FieldNames.END : in.anyOrder(WATCH_FIELDS, seen);
        for (; field != FieldNames.END; field = in.next(WATCH_FIELDS, field + 1)) {
            int flaws = in.flaws();
            seen = in.once(seen, field);
            switch (field) {
                case 0 -> symbol = in.string();
                default -> throw new AssertionError("Unknown field: " + field);
            }
            wrong |= in.flaws() == flaws ? 0 : 1L << field;
        }
        // Last, what is missing, malformed or invalid.
        if (in.isFlawed() || seen != 1L || isInvalidWatch(symbol)) {
            int flaws = in.flaws();
            in.require(WATCH_FIELDS, seen, 1L);
            checkWatch(in.violations(), seen & ~wrong, symbol);
            if (wrong != 0 || in.flaws() != flaws) {
                return null;
            }
        }
        return new Prices.Watch(symbol);
    }

    private static boolean isInvalidWatch(String symbol) {
        return symbol.length() > 10;
    }

    private static void checkWatch(Violations out, long sound, String symbol) {
        if ((sound & 1L) != 0) {
            if (symbol.length() > 10) {
                out.add("size", "must have at most 10 characters", "/symbol");
            }
        }
    }

    private static void writeWatch(JsonWriter out, Prices.Watch value) {
        out.name(WATCH_SYMBOL).value(value.symbol());
    }

    private static Prices.Latest readLatest(JsonReader in) {
        String symbol = null;
        // First the fields that stand in the order of declaration. In all masks, bit i is component i.
        long seen = 0;
        if (in.first(LATEST_SYMBOL)) {
            symbol = in.string();
            seen |= 1L; // symbol
        }
        // Then the others, in any order.
        long wrong = in.isFlawed() ? Long.highestOneBit(seen) : 0;
        int field = in.endObject(seen) ? FieldNames.END : in.anyOrder(LATEST_FIELDS, seen);
        for (; field != FieldNames.END; field = in.next(LATEST_FIELDS, field + 1)) {
            int flaws = in.flaws();
            seen = in.once(seen, field);
            switch (field) {
                case 0 -> symbol = in.string();
                default -> throw new AssertionError("Unknown field: " + field);
            }
            wrong |= in.flaws() == flaws ? 0 : 1L << field;
        }
        // Last, what is missing, malformed or invalid.
        if (in.isFlawed() || seen != 1L || isInvalidLatest(symbol)) {
            int flaws = in.flaws();
            in.require(LATEST_FIELDS, seen, 1L);
            checkLatest(in.violations(), seen & ~wrong, symbol);
            if (wrong != 0 || in.flaws() != flaws) {
                return null;
            }
        }
        return new Prices.Latest(symbol);
    }

    private static boolean isInvalidLatest(String symbol) {
        return symbol.length() > 10;
    }

    private static void checkLatest(Violations out, long sound, String symbol) {
        if ((sound & 1L) != 0) {
            if (symbol.length() > 10) {
                out.add("size", "must have at most 10 characters", "/symbol");
            }
        }
    }

    private static void writeLatest(JsonWriter out, Prices.Latest value) {
        out.name(LATEST_SYMBOL).value(value.symbol());
    }

    private static Prices.Price readPrice(JsonReader in) {
        String symbol = null;
        long cents = 0;
        // First the fields that stand in the order of declaration. In all masks, bit i is component i.
        long seen = 0;
        if (in.first(PRICE_SYMBOL)) {
            symbol = in.string();
            seen |= 1L; // symbol
        }
        if (seen != 0 && in.expect(PRICE_CENTS)) {
            cents = in.longValue();
            seen |= 2L; // cents
        }
        // Then the others, in any order.
        long wrong = in.isFlawed() ? Long.highestOneBit(seen) : 0;
        int field = in.endObject(seen) ? FieldNames.END : in.anyOrder(PRICE_FIELDS, seen);
        for (; field != FieldNames.END; field = in.next(PRICE_FIELDS, field + 1)) {
            int flaws = in.flaws();
            seen = in.once(seen, field);
            switch (field) {
                case 0 -> symbol = in.string();
                case 1 -> cents = in.longValue();
                default -> throw new AssertionError("Unknown field: " + field);
            }
            wrong |= in.flaws() == flaws ? 0 : 1L << field;
        }
        // Last, what is missing, malformed or invalid.
        if (in.isFlawed() || seen != 3L || isInvalidPrice(symbol)) {
            int flaws = in.flaws();
            in.require(PRICE_FIELDS, seen, 3L);
            checkPrice(in.violations(), seen & ~wrong, symbol);
            if (wrong != 0 || in.flaws() != flaws) {
                return null;
            }
        }
        return new Prices.Price(symbol, cents);
    }

    private static boolean isInvalidPrice(String symbol) {
        return symbol.length() > 10;
    }

    private static void checkPrice(Violations out, long sound, String symbol) {
        if ((sound & 1L) != 0) {
            if (symbol.length() > 10) {
                out.add("size", "must have at most 10 characters", "/symbol");
            }
        }
    }

    private static void writePrice(JsonWriter out, Prices.Price value) {
        out.name(PRICE_SYMBOL).value(value.symbol());
        out.name(PRICE_CENTS).value(value.cents());
    }

    private static Prices.Price readAnswerOfLatest(JsonReader in) {
        Prices.Price value = switch (in.type(LATEST_ANSWERS)) {
            case 0 -> readPrice(in);
            default -> throw in.unknownType();
        };
        in.end();
        return value;
    }

    private static void writeAnswerOfLatest(JsonWriter out, Prices.Price value) {
        writePrice(out.type(PRICE_TYPE_), out.required(value));
    }
}
