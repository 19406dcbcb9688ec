package com.acme;

import dev.strait.runtime.spi.ChannelContract;
import dev.strait.runtime.spi.WireMessage;
import dev.strait.runtime.spi.codec.ChannelCodec;
import dev.strait.runtime.spi.codec.FieldNames;
import dev.strait.runtime.spi.codec.JsonConstant;
import dev.strait.runtime.spi.codec.JsonReader;
import dev.strait.runtime.spi.codec.JsonWriter;
import dev.strait.runtime.spi.codec.RoomName;
import dev.strait.runtime.spi.codec.TextFormat;
import dev.strait.runtime.spi.codec.TypeNames;
import dev.strait.runtime.spi.codec.Violations;
import java.lang.AssertionError;
import java.lang.Long;
import java.lang.Object;
import java.lang.Override;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Decodes and encodes the messages of {@link Auction} as JSON.
 *
 * <p>One lot.
 *
 * <p>A decoded message satisfies all constraints; an invalid one is refused with all its violations. Stateless.
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class AuctionCodec implements ChannelCodec<Auction.Room, Auction.ToServer, Auction.ToClient> {
    private static final TypeNames TO_SERVER_TYPES = TypeNames.of("bid");

    private static final JsonConstant BID_TYPE = JsonConstant.type("bid");

    private static final TypeNames TO_CLIENT_TYPES = TypeNames.of("price", "confirm-age");

    private static final JsonConstant PRICE_TYPE = JsonConstant.type("price");

    private static final JsonConstant CONFIRM_AGE_TYPE = JsonConstant.type("confirm-age");

    private static final TypeNames BID_ANSWERS = TypeNames.of("bid.leading", "bid.too-low", "bid.closed");

    private static final JsonConstant BID_LEADING_TYPE = JsonConstant.type("bid.leading");

    private static final JsonConstant BID_TOO_LOW_TYPE = JsonConstant.type("bid.too-low");

    private static final JsonConstant BID_CLOSED_TYPE = JsonConstant.type("bid.closed");

    private static final TypeNames CONFIRM_AGE_ANSWERS = TypeNames.of("confirm-age.answer");

    private static final JsonConstant CONFIRM_AGE_ANSWER_TYPE = JsonConstant.type("confirm-age.answer");

    private static final TypeNames EVENT_TYPES = TypeNames.of("raised", "extended");

    private static final JsonConstant RAISED_TYPE = JsonConstant.type("raised");

    private static final JsonConstant EXTENDED_TYPE = JsonConstant.type("extended");

    private static final FieldNames BID_FIELDS = FieldNames.of("cents");

    private static final JsonConstant BID_CENTS = JsonConstant.name("cents");

    private static final FieldNames BID_LEADING_FIELDS = FieldNames.of("seq");

    private static final JsonConstant BID_LEADING_SEQ = JsonConstant.name("seq");

    private static final FieldNames BID_TOO_LOW_FIELDS = FieldNames.of("minimumCents");

    private static final JsonConstant BID_TOO_LOW_MINIMUM_CENTS = JsonConstant.name("minimumCents");

    private static final FieldNames BID_CLOSED_FIELDS = FieldNames.of();

    private static final FieldNames PRICE_FIELDS = FieldNames.of("cents", "leader", "endsAt", "events");

    private static final JsonConstant PRICE_CENTS = JsonConstant.name("cents");

    private static final JsonConstant PRICE_LEADER = JsonConstant.name("leader");

    private static final JsonConstant PRICE_ENDS_AT = JsonConstant.name("endsAt");

    private static final JsonConstant PRICE_EVENTS = JsonConstant.name("events");

    private static final FieldNames RAISED_FIELDS = FieldNames.of("by");

    private static final JsonConstant RAISED_BY = JsonConstant.name("by");

    private static final FieldNames EXTENDED_FIELDS = FieldNames.of("to");

    private static final JsonConstant EXTENDED_TO = JsonConstant.name("to");

    private static final FieldNames CONFIRM_AGE_FIELDS = FieldNames.of("lot");

    private static final JsonConstant CONFIRM_AGE_LOT = JsonConstant.name("lot");

    private static final FieldNames CONFIRM_AGE_ANSWER_FIELDS = FieldNames.of("over18");

    private static final JsonConstant CONFIRM_AGE_ANSWER_OVER18 = JsonConstant.name("over18");

    static final ChannelContract<Auction.Room, Auction.ToServer, Auction.ToClient> CONTRACT = ChannelContract
            .builder("com.acme.Auction", new AuctionCodec())
            .path("/ws/auction/{lot}")
            .roomComponents("lot")
            .fingerprint("896413289f7a9fe9")
            .maxMessageBytes(45L, "confirm-age.answer")
            .allow("bid", "bidder", "admin")
            .asksClients(true)
            .toServer(
                    WireMessage.of("bid", BID_FIELDS))
            .toClient(
                    WireMessage.of("price", PRICE_FIELDS),
                    WireMessage.of("confirm-age", CONFIRM_AGE_FIELDS))
            .build();

    @Override
    public Auction.ToServer readToServer(JsonReader in) {
        in.refuseUnknownFields();
        Auction.ToServer message = switch (in.type(TO_SERVER_TYPES)) {
            case 0 -> readBid(in.requireRole("bidder", "admin"));
            default -> throw in.unknownType();
        };
        in.end();
        return message;
    }

    @Override
    public Auction.ToClient readToClient(JsonReader in) {
        Auction.ToClient message = switch (in.type(TO_CLIENT_TYPES)) {
            case 0 -> readPrice(in);
            case 1 -> readConfirmAge(in);
            default -> throw in.unknownType();
        };
        in.end();
        return message;
    }

    @Override
    public void writeToServer(JsonWriter out, Auction.ToServer message) {
        if (message instanceof Auction.Bid bid) {
            writeBid(out.type(BID_TYPE), bid);
            return;
        }
        throw new AssertionError("Unknown type: " + message.getClass());
    }

    @Override
    public void writeToClient(JsonWriter out, Auction.ToClient message) {
        if (message instanceof Auction.Price price) {
            writePrice(out.type(PRICE_TYPE), price);
            return;
        }
        if (message instanceof Auction.ConfirmAge confirmAge) {
            writeConfirmAge(out.type(CONFIRM_AGE_TYPE), confirmAge);
            return;
        }
        throw new AssertionError("Unknown type: " + message.getClass());
    }

    @Override
    public String typeOfToServer(Auction.ToServer message) {
        if (message instanceof Auction.Bid) {
            return "bid";
        }
        throw new AssertionError("Unknown type: " + message.getClass());
    }

    @Override
    public String typeOfToClient(Auction.ToClient message) {
        if (message instanceof Auction.Price) {
            return "price";
        }
        if (message instanceof Auction.ConfirmAge) {
            return "confirm-age";
        }
        throw new AssertionError("Unknown type: " + message.getClass());
    }

    @Override
    public String roomName(Auction.Room room) {
        Violations found = new Violations();
        checkRoom(found, ~0L, room.lot());
        RoomName.require(found);
        return RoomName.joinInPath(room.lot());
    }

    @Override
    public Auction.Room room(String name) {
        List<String> parts = RoomName.splitInPath(name, 1);
        Violations found = new Violations();
        long lot = RoomName.integer(parts.get(0), Long.MIN_VALUE, Long.MAX_VALUE, found, "lot");
        found.throwIfAny();
        checkRoom(found, ~0L, lot);
        found.throwIfAny();
        return new Auction.Room(lot);
    }

    @Override
    public Object readAnswerToServer(JsonReader in, Auction.ToClient asked) {
        in.refuseUnknownFields();
        if (asked instanceof Auction.ConfirmAge) {
            return readAnswerOfConfirmAge(in);
        }
        throw new AssertionError("Unknown type: " + asked.getClass());
    }

    @Override
    public void writeAnswerToServer(JsonWriter out, Auction.ToClient asked, Object answer) {
        if (asked instanceof Auction.ConfirmAge) {
            writeAnswerOfConfirmAge(out, (Auction.ConfirmAge.Answer) answer);
        } else {
            throw new AssertionError("Unknown type: " + asked.getClass());
        }
    }

    @Override
    public Object readAnswerToClient(JsonReader in, Auction.ToServer asked) {
        if (asked instanceof Auction.Bid) {
            return readAnswerOfBid(in);
        }
        throw new AssertionError("Unknown type: " + asked.getClass());
    }

    @Override
    public void writeAnswerToClient(JsonWriter out, Auction.ToServer asked, Object answer) {
        if (asked instanceof Auction.Bid) {
            writeAnswerOfBid(out, (Auction.Bid.Outcome) answer);
        } else {
            throw new AssertionError("Unknown type: " + asked.getClass());
        }
    }

    private static void checkRoom(Violations out, long sound, long lot) {
        if ((sound & 1L) != 0) {
            if (lot < 1) {
                out.add("positive", "must be greater than 0", "/lot");
            }
        }
    }

    private static Auction.Bid readBid(JsonReader in) {
        int cents = 0;
        // First the fields that stand in the order of declaration. In all masks, bit i is component i.
        long seen = 0;
        if (in.first(BID_CENTS)) {
            cents = in.intValue();
            seen |= 1L; // cents
        }
        // Then the others, in any order.
        long wrong = in.isFlawed() ? Long.highestOneBit(seen) : 0;
        int field = in.endObject(seen) ? FieldNames.END : in.anyOrder(BID_FIELDS, seen);
        for (; field != FieldNames.END; field = in.next(BID_FIELDS, field + 1)) {
            int flaws = in.flaws();
            seen = in.once(seen, field);
            switch (field) {
                case 0 -> cents = in.intValue();
                default -> throw new AssertionError("Unknown field: " + field);
            }
            wrong |= in.flaws() == flaws ? 0 : 1L << field;
        }
        // Last, what is missing, malformed or invalid.
        if (in.isFlawed() || seen != 1L || isInvalidBid(cents)) {
            int flaws = in.flaws();
            in.require(BID_FIELDS, seen, 1L);
            checkBid(in.violations(), seen & ~wrong, cents);
            if (wrong != 0 || in.flaws() != flaws) {
                return null;
            }
        }
        return new Auction.Bid(cents);
    }

    private static boolean isInvalidBid(int cents) {
        return cents < 1 || cents > 100000000;
    }

    private static void checkBid(Violations out, long sound, int cents) {
        if ((sound & 1L) != 0) {
            if (cents < 1) {
                out.add("min", "must be at least 1", "/cents");
            }
            if (cents > 100000000) {
                out.add("max", "must be at most 100000000", "/cents");
            }
        }
    }

    private static void writeBid(JsonWriter out, Auction.Bid value) {
        out.name(BID_CENTS).value(value.cents());
    }

    private static Auction.Bid.Leading readBidLeading(JsonReader in) {
        int seq = 0;
        // First the fields that stand in the order of declaration. In all masks, bit i is component i.
        long seen = 0;
        if (in.first(BID_LEADING_SEQ)) {
            seq = in.intValue();
            seen |= 1L; // seq
        }
        // Then the others, in any order.
        long wrong = in.isFlawed() ? Long.highestOneBit(seen) : 0;
        int field = in.endObject(seen) ? FieldNames.END : in.anyOrder(BID_LEADING_FIELDS, seen);
        for (; field != FieldNames.END; field = in.next(BID_LEADING_FIELDS, field + 1)) {
            int flaws = in.flaws();
            seen = in.once(seen, field);
            switch (field) {
                case 0 -> seq = in.intValue();
                default -> throw new AssertionError("Unknown field: " + field);
            }
            wrong |= in.flaws() == flaws ? 0 : 1L << field;
        }
        // Last, what is missing, malformed or invalid.
        if (in.isFlawed() || seen != 1L) {
            int flaws = in.flaws();
            in.require(BID_LEADING_FIELDS, seen, 1L);
            if (wrong != 0 || in.flaws() != flaws) {
                return null;
            }
        }
        return new Auction.Bid.Leading(seq);
    }

    private static void writeBidLeading(JsonWriter out, Auction.Bid.Leading value) {
        out.name(BID_LEADING_SEQ).value(value.seq());
    }

    private static Auction.Bid.TooLow readBidTooLow(JsonReader in) {
        int minimumCents = 0;
        // First the fields that stand in the order of declaration. In all masks, bit i is component i.
        long seen = 0;
        if (in.first(BID_TOO_LOW_MINIMUM_CENTS)) {
            minimumCents = in.intValue();
            seen |= 1L; // minimumCents
        }
        // Then the others, in any order.
        long wrong = in.isFlawed() ? Long.highestOneBit(seen) : 0;
        int field = in.endObject(seen) ? FieldNames.END : in.anyOrder(BID_TOO_LOW_FIELDS, seen);
        for (; field != FieldNames.END; field = in.next(BID_TOO_LOW_FIELDS, field + 1)) {
            int flaws = in.flaws();
            seen = in.once(seen, field);
            switch (field) {
                case 0 -> minimumCents = in.intValue();
                default -> throw new AssertionError("Unknown field: " + field);
            }
            wrong |= in.flaws() == flaws ? 0 : 1L << field;
        }
        // Last, what is missing, malformed or invalid.
        if (in.isFlawed() || seen != 1L) {
            int flaws = in.flaws();
            in.require(BID_TOO_LOW_FIELDS, seen, 1L);
            if (wrong != 0 || in.flaws() != flaws) {
                return null;
            }
        }
        return new Auction.Bid.TooLow(minimumCents);
    }

    private static void writeBidTooLow(JsonWriter out, Auction.Bid.TooLow value) {
        out.name(BID_TOO_LOW_MINIMUM_CENTS).value(value.minimumCents());
    }

    private static Auction.Bid.Closed readBidClosed(JsonReader in) {
        if (!in.endObject(0)) {
            in.anyOrder(BID_CLOSED_FIELDS, 0);
        }
        return new Auction.Bid.Closed();
    }

    private static void writeBidClosed(JsonWriter out, Auction.Bid.Closed value) {
    }

    private static Auction.Price readPrice(JsonReader in) {
        int cents = 0;
        String leader = null;
        Instant endsAt = null;
        List<Auction.Event> events = null;
        // First the fields that stand in the order of declaration. In all masks, bit i is component i.
        long seen = 0;
        if (in.first(PRICE_CENTS)) {
            cents = in.intValue();
            seen |= 1L; // cents
        }
        if (seen != 0 && in.expect(PRICE_LEADER)) {
            leader = in.string();
            seen |= 2L; // leader
        }
        if (seen != 0 && in.expect(PRICE_ENDS_AT)) {
            endsAt = in.text(TextFormat.INSTANT);
            seen |= 4L; // endsAt
        }
        if (seen != 0 && in.expect(PRICE_EVENTS)) {
            events = readPriceEvents(in);
            seen |= 8L; // events
        }
        // Then the others, in any order.
        long wrong = in.isFlawed() ? Long.highestOneBit(seen) : 0;
        int field = in.endObject(seen) ? FieldNames.END : in.anyOrder(PRICE_FIELDS, seen);
        for (; field != FieldNames.END; field = in.next(PRICE_FIELDS, field + 1)) {
            int flaws = in.flaws();
            seen = in.once(seen, field);
            switch (field) {
                case 0 -> cents = in.intValue();
                case 1 -> leader = in.string();
                case 2 -> endsAt = in.text(TextFormat.INSTANT);
                case 3 -> events = readPriceEvents(in);
                default -> throw new AssertionError("Unknown field: " + field);
            }
            wrong |= in.flaws() == flaws ? 0 : 1L << field;
        }
        // Last, what is missing, malformed or invalid.
        if (in.isFlawed() || seen != 15L) {
            int flaws = in.flaws();
            in.require(PRICE_FIELDS, seen, 15L);
            if (wrong != 0 || in.flaws() != flaws) {
                return null;
            }
        }
        return new Auction.Price(cents, leader, endsAt, events);
    }

    private static List<Auction.Event> readPriceEvents(JsonReader in) {
        if (!in.beginArray()) {
            return null;
        }
        List<Auction.Event> items = new ArrayList<>();
        while (in.nextElement()) {
            items.add(in.beginObject() ? readEvent(in) : null);
        }
        return Collections.unmodifiableList(items);
    }

    private static void writePrice(JsonWriter out, Auction.Price value) {
        out.name(PRICE_CENTS).value(value.cents());
        out.name(PRICE_LEADER).value(value.leader());
        out.name(PRICE_ENDS_AT).text(value.endsAt());
        out.name(PRICE_EVENTS);
        writePriceEvents(out, value.events());
    }

    private static void writePriceEvents(JsonWriter out, List<Auction.Event> items) {
        out.beginArray(items);
        for (Auction.Event item : items) {
            out.element();
            writeEvent(out, item);
        }
        out.endArray();
    }

    private static Auction.Raised readRaised(JsonReader in) {
        long by = 0;
        // First the fields that stand in the order of declaration. In all masks, bit i is component i.
        long seen = 0;
        if (in.first(RAISED_BY)) {
            by = in.longText();
            seen |= 1L; // by
        }
        // Then the others, in any order.
        long wrong = in.isFlawed() ? Long.highestOneBit(seen) : 0;
        int field = in.endObject(seen) ? FieldNames.END : in.anyOrder(RAISED_FIELDS, seen);
        for (; field != FieldNames.END; field = in.next(RAISED_FIELDS, field + 1)) {
            int flaws = in.flaws();
            seen = in.once(seen, field);
            switch (field) {
                case 0 -> by = in.longText();
                default -> throw new AssertionError("Unknown field: " + field);
            }
            wrong |= in.flaws() == flaws ? 0 : 1L << field;
        }
        // Last, what is missing, malformed or invalid.
        if (in.isFlawed() || seen != 1L) {
            int flaws = in.flaws();
            in.require(RAISED_FIELDS, seen, 1L);
            if (wrong != 0 || in.flaws() != flaws) {
                return null;
            }
        }
        return new Auction.Raised(by);
    }

    private static void writeRaised(JsonWriter out, Auction.Raised value) {
        out.name(RAISED_BY).text(value.by());
    }

    private static Auction.Extended readExtended(JsonReader in) {
        Instant to = null;
        // First the fields that stand in the order of declaration. In all masks, bit i is component i.
        long seen = 0;
        if (in.first(EXTENDED_TO)) {
            to = in.text(TextFormat.INSTANT);
            seen |= 1L; // to
        }
        // Then the others, in any order.
        long wrong = in.isFlawed() ? Long.highestOneBit(seen) : 0;
        int field = in.endObject(seen) ? FieldNames.END : in.anyOrder(EXTENDED_FIELDS, seen);
        for (; field != FieldNames.END; field = in.next(EXTENDED_FIELDS, field + 1)) {
            int flaws = in.flaws();
            seen = in.once(seen, field);
            switch (field) {
                case 0 -> to = in.text(TextFormat.INSTANT);
                default -> throw new AssertionError("Unknown field: " + field);
            }
            wrong |= in.flaws() == flaws ? 0 : 1L << field;
        }
        // Last, what is missing, malformed or invalid.
        if (in.isFlawed() || seen != 1L) {
            int flaws = in.flaws();
            in.require(EXTENDED_FIELDS, seen, 1L);
            if (wrong != 0 || in.flaws() != flaws) {
                return null;
            }
        }
        return new Auction.Extended(to);
    }

    private static void writeExtended(JsonWriter out, Auction.Extended value) {
        out.name(EXTENDED_TO).text(value.to());
    }

    private static Auction.ConfirmAge readConfirmAge(JsonReader in) {
        String lot = null;
        // First the fields that stand in the order of declaration. In all masks, bit i is component i.
        long seen = 0;
        if (in.first(CONFIRM_AGE_LOT)) {
            lot = in.string();
            seen |= 1L; // lot
        }
        // Then the others, in any order.
        long wrong = in.isFlawed() ? Long.highestOneBit(seen) : 0;
        int field = in.endObject(seen) ? FieldNames.END : in.anyOrder(CONFIRM_AGE_FIELDS, seen);
        for (; field != FieldNames.END; field = in.next(CONFIRM_AGE_FIELDS, field + 1)) {
            int flaws = in.flaws();
            seen = in.once(seen, field);
            switch (field) {
                case 0 -> lot = in.string();
                default -> throw new AssertionError("Unknown field: " + field);
            }
            wrong |= in.flaws() == flaws ? 0 : 1L << field;
        }
        // Last, what is missing, malformed or invalid.
        if (in.isFlawed() || seen != 1L) {
            int flaws = in.flaws();
            in.require(CONFIRM_AGE_FIELDS, seen, 1L);
            if (wrong != 0 || in.flaws() != flaws) {
                return null;
            }
        }
        return new Auction.ConfirmAge(lot);
    }

    private static void writeConfirmAge(JsonWriter out, Auction.ConfirmAge value) {
        out.name(CONFIRM_AGE_LOT).value(value.lot());
    }

    private static Auction.ConfirmAge.Answer readConfirmAgeAnswer(JsonReader in) {
        boolean over18 = false;
        // First the fields that stand in the order of declaration. In all masks, bit i is component i.
        long seen = 0;
        if (in.first(CONFIRM_AGE_ANSWER_OVER18)) {
            over18 = in.booleanValue();
            seen |= 1L; // over18
        }
        // Then the others, in any order.
        long wrong = in.isFlawed() ? Long.highestOneBit(seen) : 0;
        int field = in.endObject(seen) ? FieldNames.END : in.anyOrder(CONFIRM_AGE_ANSWER_FIELDS, seen);
        for (; field != FieldNames.END; field = in.next(CONFIRM_AGE_ANSWER_FIELDS, field + 1)) {
            int flaws = in.flaws();
            seen = in.once(seen, field);
            switch (field) {
                case 0 -> over18 = in.booleanValue();
                default -> throw new AssertionError("Unknown field: " + field);
            }
            wrong |= in.flaws() == flaws ? 0 : 1L << field;
        }
        // Last, what is missing, malformed or invalid.
        if (in.isFlawed() || seen != 1L) {
            int flaws = in.flaws();
            in.require(CONFIRM_AGE_ANSWER_FIELDS, seen, 1L);
            if (wrong != 0 || in.flaws() != flaws) {
                return null;
            }
        }
        return new Auction.ConfirmAge.Answer(over18);
    }

    private static void writeConfirmAgeAnswer(JsonWriter out, Auction.ConfirmAge.Answer value) {
        out.name(CONFIRM_AGE_ANSWER_OVER18).value(value.over18());
    }

    private static Auction.Event readEvent(JsonReader in) {
        Auction.Event value = switch (in.variant(EVENT_TYPES)) {
            case 0 -> readRaised(in);
            case 1 -> readExtended(in);
            default -> null;
        };
        in.endVariant();
        return value;
    }

    private static void writeEvent(JsonWriter out, Auction.Event value) {
        if (out.required(value) instanceof Auction.Raised raised) {
            writeRaised(out.type(RAISED_TYPE), raised);
        } else if (value instanceof Auction.Extended extended) {
            writeExtended(out.type(EXTENDED_TYPE), extended);
        } else {
            throw new AssertionError("Unknown type: " + value.getClass());
        }
        out.endObject();
    }

    private static Auction.Bid.Outcome readAnswerOfBid(JsonReader in) {
        Auction.Bid.Outcome value = switch (in.type(BID_ANSWERS)) {
            case 0 -> readBidLeading(in);
            case 1 -> readBidTooLow(in);
            case 2 -> readBidClosed(in);
            default -> throw in.unknownType();
        };
        in.end();
        return value;
    }

    private static void writeAnswerOfBid(JsonWriter out, Auction.Bid.Outcome value) {
        if (out.required(value) instanceof Auction.Bid.Leading bidLeading) {
            writeBidLeading(out.type(BID_LEADING_TYPE), bidLeading);
        } else if (value instanceof Auction.Bid.TooLow bidTooLow) {
            writeBidTooLow(out.type(BID_TOO_LOW_TYPE), bidTooLow);
        } else if (value instanceof Auction.Bid.Closed bidClosed) {
            writeBidClosed(out.type(BID_CLOSED_TYPE), bidClosed);
        } else {
            throw new AssertionError("Unknown type: " + value.getClass());
        }
    }

    private static Auction.ConfirmAge.Answer readAnswerOfConfirmAge(JsonReader in) {
        Auction.ConfirmAge.Answer value = switch (in.type(CONFIRM_AGE_ANSWERS)) {
            case 0 -> readConfirmAgeAnswer(in);
            default -> throw in.unknownType();
        };
        in.end();
        return value;
    }

    private static void writeAnswerOfConfirmAge(JsonWriter out, Auction.ConfirmAge.Answer value) {
        writeConfirmAgeAnswer(out.type(CONFIRM_AGE_ANSWER_TYPE), out.required(value));
    }
}
