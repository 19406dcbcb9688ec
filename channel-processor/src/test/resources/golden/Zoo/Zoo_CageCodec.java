package com.acme;

import com.fasterxml.jackson.databind.JsonNode;
import dev.strait.runtime.spi.ChannelContract;
import dev.strait.runtime.spi.WireMessage;
import dev.strait.runtime.spi.codec.ChannelCodec;
import dev.strait.runtime.spi.codec.CharRuns;
import dev.strait.runtime.spi.codec.EnumNames;
import dev.strait.runtime.spi.codec.FieldNames;
import dev.strait.runtime.spi.codec.JacksonBridge;
import dev.strait.runtime.spi.codec.JsonConstant;
import dev.strait.runtime.spi.codec.JsonReader;
import dev.strait.runtime.spi.codec.JsonWriter;
import dev.strait.runtime.spi.codec.RoomName;
import dev.strait.runtime.spi.codec.TextFormat;
import dev.strait.runtime.spi.codec.TypeNames;
import dev.strait.runtime.spi.codec.Violations;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import javax.annotation.processing.Generated;

/**
 * Decodes and encodes the messages of {@link Zoo.Cage} as JSON.
 *
 * <p>All kinds of animals.
 *
 * <p>A decoded message satisfies all constraints; an invalid one is refused with all its violations. Stateless.
 */
@Generated("dev.strait.processor.ChannelProcessor")
final class Zoo_CageCodec implements ChannelCodec<Zoo.Cage.Room, Zoo.Cage.ToServer, Zoo.Cage.ToClient> {
    static final ChannelContract<Zoo.Cage.Room, Zoo.Cage.ToServer, Zoo.Cage.ToClient> CONTRACT = ChannelContract
            .builder("com.acme.Zoo.Cage", new Zoo_CageCodec())
            .path("/ws/zoo/{cage}/{kind}")
            .roomComponents("cage", "kind")
            .fingerprint("8d9de9b5381e13e5")
            .toServer(
                    WireMessage.of("absent", "text", "number", "large", "exact", "note", "notes", "count", "kind", "reason"),
                    WireMessage.of("holders", "lines", "kinds", "scores", "rows", "byName", "gaps", "maybe", "ids", "raw", "raws"),
                    WireMessage.of("range:set", "from", "to"),
                    WireMessage.of("primitives", "bool", "tiny", "small", "number", "large", "rough", "exact", "letter"),
                    WireMessage.of("boxes", "bool", "tiny", "small", "number", "large", "rough", "exact", "letter"),
                    WireMessage.of("texts", "word", "id", "day", "time", "weekday", "whole", "money"),
                    WireMessage.of("names", "in", "seen", "sound", "out", "field", "value", "start", "before", "message"),
                    WireMessage.of("new", "in"),
                    WireMessage.of("long20k", "text"))
            .toClient(
                    WireMessage.of("boxes", "bool", "tiny", "small", "number", "large", "rough", "exact", "letter"),
                    WireMessage.of("holders", "lines", "kinds", "scores", "rows", "byName", "gaps", "maybe", "ids", "raw", "raws"),
                    WireMessage.of("names", "in", "seen", "sound", "out", "field", "value", "start", "before", "message"))
            .build();

    private static final TypeNames TO_SERVER_TYPES = TypeNames.of("absent", "holders", "range:set", "primitives", "boxes", "texts", "names", "new", "long20k");

    private static final JsonConstant ABSENT_TYPE = JsonConstant.type("absent");

    private static final JsonConstant HOLDERS_TYPE = JsonConstant.type("holders");

    private static final JsonConstant RANGE_TYPE = JsonConstant.type("range:set");

    private static final JsonConstant PRIMITIVES_TYPE = JsonConstant.type("primitives");

    private static final JsonConstant BOXES_TYPE = JsonConstant.type("boxes");

    private static final JsonConstant TEXTS_TYPE = JsonConstant.type("texts");

    private static final JsonConstant NAMES_TYPE = JsonConstant.type("names");

    private static final JsonConstant NEW_TYPE = JsonConstant.type("new");

    private static final JsonConstant LONG20K_TYPE = JsonConstant.type("long20k");

    private static final TypeNames TO_CLIENT_TYPES = TypeNames.of("boxes", "holders", "names");

    private static final EnumNames<Zoo.Cage.Kind> KIND_NAMES = EnumNames.of(Zoo.Cage.Kind.values());

    private static final FieldNames ABSENT_FIELDS = FieldNames.of("text", "number", "large", "exact", "note", "notes", "count", "kind", "reason");

    private static final JsonConstant ABSENT_TEXT = JsonConstant.name("text");

    private static final JsonConstant ABSENT_NUMBER = JsonConstant.name("number");

    private static final JsonConstant ABSENT_LARGE = JsonConstant.name("large");

    private static final JsonConstant ABSENT_EXACT = JsonConstant.name("exact");

    private static final JsonConstant ABSENT_NOTE = JsonConstant.name("note");

    private static final JsonConstant ABSENT_NOTES = JsonConstant.name("notes");

    private static final JsonConstant ABSENT_COUNT = JsonConstant.name("count");

    private static final JsonConstant ABSENT_KIND = JsonConstant.name("kind");

    private static final JsonConstant ABSENT_REASON = JsonConstant.name("reason");

    private static final FieldNames HOLDERS_FIELDS = FieldNames.of("lines", "kinds", "scores", "rows", "byName", "gaps", "maybe", "ids", "raw", "raws");

    private static final JsonConstant HOLDERS_LINES = JsonConstant.name("lines");

    private static final JsonConstant HOLDERS_KINDS = JsonConstant.name("kinds");

    private static final JsonConstant HOLDERS_SCORES = JsonConstant.name("scores");

    private static final JsonConstant HOLDERS_ROWS = JsonConstant.name("rows");

    private static final JsonConstant HOLDERS_BY_NAME = JsonConstant.name("byName");

    private static final JsonConstant HOLDERS_GAPS = JsonConstant.name("gaps");

    private static final JsonConstant HOLDERS_MAYBE = JsonConstant.name("maybe");

    private static final JsonConstant HOLDERS_IDS = JsonConstant.name("ids");

    private static final JsonConstant HOLDERS_RAW = JsonConstant.name("raw");

    private static final JsonConstant HOLDERS_RAWS = JsonConstant.name("raws");

    private static final FieldNames HOLDERS_LINE_FIELDS = FieldNames.of("sku", "price").alias("article", 0);

    private static final JsonConstant HOLDERS_LINE_ARTICLE = JsonConstant.name("sku");

    private static final JsonConstant HOLDERS_LINE_PRICE = JsonConstant.name("price");

    private static final FieldNames RANGE_FIELDS = FieldNames.of("from", "to");

    private static final JsonConstant RANGE_FROM = JsonConstant.name("from");

    private static final JsonConstant RANGE_TO = JsonConstant.name("to");

    private static final FieldNames PRIMITIVES_FIELDS = FieldNames.of("bool", "tiny", "small", "number", "large", "rough", "exact", "letter");

    private static final JsonConstant PRIMITIVES_BOOL = JsonConstant.name("bool");

    private static final JsonConstant PRIMITIVES_TINY = JsonConstant.name("tiny");

    private static final JsonConstant PRIMITIVES_SMALL = JsonConstant.name("small");

    private static final JsonConstant PRIMITIVES_NUMBER = JsonConstant.name("number");

    private static final JsonConstant PRIMITIVES_LARGE = JsonConstant.name("large");

    private static final JsonConstant PRIMITIVES_ROUGH = JsonConstant.name("rough");

    private static final JsonConstant PRIMITIVES_EXACT = JsonConstant.name("exact");

    private static final JsonConstant PRIMITIVES_LETTER = JsonConstant.name("letter");

    private static final FieldNames BOXES_FIELDS = FieldNames.of("bool", "tiny", "small", "number", "large", "rough", "exact", "letter");

    private static final JsonConstant BOXES_BOOL = JsonConstant.name("bool");

    private static final JsonConstant BOXES_TINY = JsonConstant.name("tiny");

    private static final JsonConstant BOXES_SMALL = JsonConstant.name("small");

    private static final JsonConstant BOXES_NUMBER = JsonConstant.name("number");

    private static final JsonConstant BOXES_LARGE = JsonConstant.name("large");

    private static final JsonConstant BOXES_ROUGH = JsonConstant.name("rough");

    private static final JsonConstant BOXES_EXACT = JsonConstant.name("exact");

    private static final JsonConstant BOXES_LETTER = JsonConstant.name("letter");

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

    private static final FieldNames NAMES_FIELDS = FieldNames.of("in", "seen", "sound", "out", "field", "value", "start", "before", "message");

    private static final JsonConstant NAMES_IN = JsonConstant.name("in");

    private static final JsonConstant NAMES_SEEN = JsonConstant.name("seen");

    private static final JsonConstant NAMES_SOUND = JsonConstant.name("sound");

    private static final JsonConstant NAMES_OUT = JsonConstant.name("out");

    private static final JsonConstant NAMES_FIELD = JsonConstant.name("field");

    private static final JsonConstant NAMES_VALUE = JsonConstant.name("value");

    private static final JsonConstant NAMES_START = JsonConstant.name("start");

    private static final JsonConstant NAMES_BEFORE = JsonConstant.name("before");

    private static final JsonConstant NAMES_MESSAGE = JsonConstant.name("message");

    private static final FieldNames NEW_FIELDS = FieldNames.of("in");

    private static final JsonConstant NEW_IN = JsonConstant.name("in");

    private static final FieldNames LONG20K_FIELDS = FieldNames.of("text");

    private static final JsonConstant LONG20K_TEXT = JsonConstant.name("text");

    @Override
    public Zoo.Cage.ToServer readToServer(JsonReader in) {
        Zoo.Cage.ToServer message = switch (in.type(TO_SERVER_TYPES)) {
            case 0 -> readAbsent(in);
            case 1 -> readHolders(in);
            case 2 -> readRange(in);
            case 3 -> readPrimitives(in);
            case 4 -> readBoxes(in);
            case 5 -> readTexts(in);
            case 6 -> readNames(in);
            case 7 -> readNew(in);
            case 8 -> readLong20k(in);
            default -> throw in.unknownType();
        };
        in.end();
        return message;
    }

    @Override
    public Zoo.Cage.ToClient readToClient(JsonReader in) {
        Zoo.Cage.ToClient message = switch (in.type(TO_CLIENT_TYPES)) {
            case 0 -> readBoxes(in);
            case 1 -> readHolders(in);
            case 2 -> readNames(in);
            default -> throw in.unknownType();
        };
        in.end();
        return message;
    }

    @Override
    public void writeToServer(JsonWriter out, Zoo.Cage.ToServer message) {
        if (message instanceof Zoo.Cage.Absent absent) {
            writeAbsent(out.type(ABSENT_TYPE), absent);
        } else if (message instanceof Zoo.Cage.Holders holders) {
            writeHolders(out.type(HOLDERS_TYPE), holders);
        } else if (message instanceof Zoo.Cage.Range range) {
            writeRange(out.type(RANGE_TYPE), range);
        } else if (message instanceof Zoo.Cage.Primitives primitives) {
            writePrimitives(out.type(PRIMITIVES_TYPE), primitives);
        } else if (message instanceof Zoo.Cage.Boxes boxes) {
            writeBoxes(out.type(BOXES_TYPE), boxes);
        } else if (message instanceof Zoo.Cage.Texts texts) {
            writeTexts(out.type(TEXTS_TYPE), texts);
        } else if (message instanceof Zoo.Cage.Names names) {
            writeNames(out.type(NAMES_TYPE), names);
        } else if (message instanceof Zoo.Cage.New newMessage) {
            writeNew(out.type(NEW_TYPE), newMessage);
        } else if (message instanceof Zoo.Cage.Long20k long20k) {
            writeLong20k(out.type(LONG20K_TYPE), long20k);
        } else {
            throw new AssertionError("Unknown type: " + message.getClass());
        }
    }

    @Override
    public void writeToClient(JsonWriter out, Zoo.Cage.ToClient message) {
        if (message instanceof Zoo.Cage.Boxes boxes) {
            writeBoxes(out.type(BOXES_TYPE), boxes);
        } else if (message instanceof Zoo.Cage.Holders holders) {
            writeHolders(out.type(HOLDERS_TYPE), holders);
        } else if (message instanceof Zoo.Cage.Names names) {
            writeNames(out.type(NAMES_TYPE), names);
        } else {
            throw new AssertionError("Unknown type: " + message.getClass());
        }
    }

    @Override
    public String typeOfToServer(Zoo.Cage.ToServer message) {
        if (message instanceof Zoo.Cage.Absent) {
            return "absent";
        }
        if (message instanceof Zoo.Cage.Holders) {
            return "holders";
        }
        if (message instanceof Zoo.Cage.Range) {
            return "range:set";
        }
        if (message instanceof Zoo.Cage.Primitives) {
            return "primitives";
        }
        if (message instanceof Zoo.Cage.Boxes) {
            return "boxes";
        }
        if (message instanceof Zoo.Cage.Texts) {
            return "texts";
        }
        if (message instanceof Zoo.Cage.Names) {
            return "names";
        }
        if (message instanceof Zoo.Cage.New) {
            return "new";
        }
        if (message instanceof Zoo.Cage.Long20k) {
            return "long20k";
        }
        throw new AssertionError("Unknown type: " + message.getClass());
    }

    @Override
    public String typeOfToClient(Zoo.Cage.ToClient message) {
        if (message instanceof Zoo.Cage.Boxes) {
            return "boxes";
        }
        if (message instanceof Zoo.Cage.Holders) {
            return "holders";
        }
        if (message instanceof Zoo.Cage.Names) {
            return "names";
        }
        throw new AssertionError("Unknown type: " + message.getClass());
    }

    @Override
    public String roomName(Zoo.Cage.Room room) {
        Violations found = new Violations();
        checkRoom(found, ~0L, room.cage());
        RoomName.require(found);
        return RoomName.join(room.cage(), room.kind().name());
    }

    @Override
    public Zoo.Cage.Room room(String name) {
        List<String> parts = RoomName.split(name, 2);
        Violations found = new Violations();
        int cage = (int) RoomName.integer(parts.get(0), Integer.MIN_VALUE, Integer.MAX_VALUE, found, "cage");
        Zoo.Cage.Kind kind = RoomName.constant(parts.get(1), KIND_NAMES, found, "kind");
        found.throwIfAny();
        checkRoom(found, ~0L, cage);
        found.throwIfAny();
        return new Zoo.Cage.Room(cage, kind);
    }

    private static void checkRoom(Violations out, long sound, int cage) {
        if ((sound & 1L) != 0) {
            if (cage < 0) {
                out.add("positive-or-zero", "must be at least 0", "/cage");
            }
        }
    }

    private static Zoo.Cage.Absent readAbsent(JsonReader in) {
        Optional<String> text = Optional.empty();
        OptionalInt number = OptionalInt.empty();
        OptionalLong large = OptionalLong.empty();
        OptionalDouble exact = OptionalDouble.empty();
        String note = null;
        List<String> notes = null;
        int count = 7;
        Zoo.Cage.Kind kind = Zoo.Cage.Kind.FISH;
        String reason = "none";
        // First the fields that stand in the order of declaration. In all masks, bit i is component i.
        long seen = 0;
        if (in.first(ABSENT_TEXT)) {
            text = in.isNull() ? Optional.empty() : Optional.ofNullable(in.string());
            seen |= 1L; // text
        }
        if (seen == 0 ? in.first(ABSENT_NUMBER) : in.expect(ABSENT_NUMBER)) {
            number = in.isNull() ? OptionalInt.empty() : OptionalInt.of(in.intValue());
            seen |= 2L; // number
        }
        if (seen == 0 ? in.first(ABSENT_LARGE) : in.expect(ABSENT_LARGE)) {
            large = in.isNull() ? OptionalLong.empty() : OptionalLong.of(in.longValue());
            seen |= 4L; // large
        }
        if (seen == 0 ? in.first(ABSENT_EXACT) : in.expect(ABSENT_EXACT)) {
            exact = in.isNull() ? OptionalDouble.empty() : OptionalDouble.of(in.doubleValue());
            seen |= 8L; // exact
        }
        if (seen == 0 ? in.first(ABSENT_NOTE) : in.expect(ABSENT_NOTE)) {
            note = in.isNull() ? null : in.string();
            seen |= 16L; // note
        }
        if (seen == 0 ? in.first(ABSENT_NOTES) : in.expect(ABSENT_NOTES)) {
            notes = in.isNull() ? null : readAbsentNotes(in);
            seen |= 32L; // notes
        }
        if (seen == 0 ? in.first(ABSENT_COUNT) : in.expect(ABSENT_COUNT)) {
            count = in.isNull() ? 7 : in.intValue();
            seen |= 64L; // count
        }
        if (seen == 0 ? in.first(ABSENT_KIND) : in.expect(ABSENT_KIND)) {
            kind = in.isNull() ? Zoo.Cage.Kind.FISH : in.constant(KIND_NAMES);
            seen |= 128L; // kind
        }
        if (seen == 0 ? in.first(ABSENT_REASON) : in.expect(ABSENT_REASON)) {
            reason = in.isNull() ? "none" : in.string();
            seen |= 256L; // reason
        }
        // Then the others, in any order.
        long wrong = in.isFlawed() ? Long.highestOneBit(seen) : 0;
        int field = in.endObject(seen) ? FieldNames.END : in.anyOrder(ABSENT_FIELDS, seen);
        for (; field != FieldNames.END; field = in.next(ABSENT_FIELDS, field + 1)) {
            int flaws = in.flaws();
            seen = in.once(seen, field);
            switch (field) {
                case 0 -> text = in.isNull() ? Optional.empty() : Optional.ofNullable(in.string());
                case 1 -> number = in.isNull() ? OptionalInt.empty() : OptionalInt.of(in.intValue());
                case 2 -> large = in.isNull() ? OptionalLong.empty() : OptionalLong.of(in.longValue());
                case 3 -> exact = in.isNull() ? OptionalDouble.empty() : OptionalDouble.of(in.doubleValue());
                case 4 -> note = in.isNull() ? null : in.string();
                case 5 -> notes = in.isNull() ? null : readAbsentNotes(in);
                case 6 -> count = in.isNull() ? 7 : in.intValue();
                case 7 -> kind = in.isNull() ? Zoo.Cage.Kind.FISH : in.constant(KIND_NAMES);
                case 8 -> reason = in.isNull() ? "none" : in.string();
                default -> throw new AssertionError("Unknown field: " + field);
            }
            wrong |= in.flaws() == flaws ? 0 : 1L << field;
        }
        // Last, what is missing, malformed or invalid.
        if (in.isFlawed() || isInvalidAbsent(text, number, notes)) {
            int flaws = in.flaws();
            checkAbsent(in.violations(), seen & ~wrong, text, number, notes);
            if (wrong != 0 || in.flaws() != flaws) {
                return null;
            }
        }
        return new Zoo.Cage.Absent(text, number, large, exact, note, notes, count, kind, reason);
    }

    private static List<String> readAbsentNotes(JsonReader in) {
        if (!in.beginArray()) {
            return null;
        }
        List<String> items = new ArrayList<>();
        while (in.nextElement()) {
            items.add(in.string());
            if (items.size() > 3) {
                in.tooManyElements("must have at most 3 elements");
                return null;
            }
        }
        return Collections.unmodifiableList(items);
    }

    private static boolean isInvalidAbsent(Optional<String> text, OptionalInt number,
            List<String> notes) {
        return text.isPresent() && (text.get().length() < 2)
                || number.isPresent() && (number.getAsInt() < 3)
                || notes != null && (notes.size() > 3);
    }

    private static void checkAbsent(Violations out, long sound, Optional<String> text,
            OptionalInt number, List<String> notes) {
        if ((sound & 1L) != 0) {
            if (text.isPresent()) {
                String textItem = text.get();
                if (textItem.length() < 2) {
                    out.add("size", "must have at least 2 characters", "/text");
                }
            }
        }
        if ((sound & 2L) != 0) {
            if (number.isPresent()) {
                if (number.getAsInt() < 3) {
                    out.add("min", "must be at least 3", "/number");
                }
            }
        }
        if (notes != null) {
            if (notes.size() > 3) {
                out.add("size", "must have at most 3 elements", "/notes");
            }
        }
    }

    private static void writeAbsent(JsonWriter out, Zoo.Cage.Absent value) {
        Optional<String> text = value.text();
        if (text.isPresent()) {
            out.name(ABSENT_TEXT).value(text.get());
        }
        OptionalInt number = value.number();
        if (number.isPresent()) {
            out.name(ABSENT_NUMBER).value(number.getAsInt());
        }
        OptionalLong large = value.large();
        if (large.isPresent()) {
            out.name(ABSENT_LARGE).value(large.getAsLong());
        }
        OptionalDouble exact = value.exact();
        if (exact.isPresent()) {
            out.name(ABSENT_EXACT).value(exact.getAsDouble());
        }
        String note = value.note();
        if (note != null) {
            out.name(ABSENT_NOTE).value(note);
        }
        List<String> notes = value.notes();
        if (notes != null) {
            out.name(ABSENT_NOTES);
            writeAbsentNotes(out, notes);
        }
        out.name(ABSENT_COUNT).value(value.count());
        out.name(ABSENT_KIND).value(value.kind(), KIND_NAMES);
        out.name(ABSENT_REASON).value(value.reason());
    }

    private static void writeAbsentNotes(JsonWriter out, List<String> items) {
        out.beginArray(items);
        for (String item : items) {
            out.element();
            out.value(item);
        }
        out.endArray();
    }

    private static Zoo.Cage.Holders readHolders(JsonReader in) {
        List<Zoo.Cage.Holders.Line> lines = null;
        Set<Zoo.Cage.Kind> kinds = null;
        Map<String, Integer> scores = null;
        List<List<String>> rows = null;
        Map<String, List<Zoo.Cage.Holders.Line>> byName = null;
        List<Long> gaps = null;
        List<Zoo.Cage.Holders.Line> maybe = null;
        List<UUID> ids = null;
        JsonNode raw = null;
        List<JsonNode> raws = null;
        // First the fields that stand in the order of declaration. In all masks, bit i is component i.
        long seen = 0;
        if (in.first(HOLDERS_LINES)) {
            lines = readHoldersLines(in);
            seen |= 1L; // lines
        }
        if (seen != 0 && in.expect(HOLDERS_KINDS)) {
            kinds = readHoldersKinds(in);
            seen |= 2L; // kinds
        }
        if (seen != 0 && in.expect(HOLDERS_SCORES)) {
            scores = readHoldersScores(in);
            seen |= 4L; // scores
        }
        if (seen != 0 && in.expect(HOLDERS_ROWS)) {
            rows = readHoldersRows(in);
            seen |= 8L; // rows
        }
        if (seen != 0 && in.expect(HOLDERS_BY_NAME)) {
            byName = readHoldersByName(in);
            seen |= 16L; // byName
        }
        if (seen != 0 && in.expect(HOLDERS_GAPS)) {
            gaps = readHoldersGaps(in);
            seen |= 32L; // gaps
        }
        if (seen != 0 && in.expect(HOLDERS_MAYBE)) {
            maybe = readHoldersMaybe(in);
            seen |= 64L; // maybe
        }
        if (seen != 0 && in.expect(HOLDERS_IDS)) {
            ids = readHoldersIds(in);
            seen |= 128L; // ids
        }
        if (seen != 0 && in.expect(HOLDERS_RAW)) {
            raw = JacksonBridge.read(in);
            seen |= 256L; // raw
        }
        if (seen != 0 && in.expect(HOLDERS_RAWS)) {
            raws = readHoldersRaws(in);
            seen |= 512L; // raws
        }
        // Then the others, in any order.
        long wrong = in.isFlawed() ? Long.highestOneBit(seen) : 0;
        int field = in.endObject(seen) ? FieldNames.END : in.anyOrder(HOLDERS_FIELDS, seen);
        for (; field != FieldNames.END; field = in.next(HOLDERS_FIELDS, field + 1)) {
            int flaws = in.flaws();
            seen = in.once(seen, field);
            switch (field) {
                case 0 -> lines = readHoldersLines(in);
                case 1 -> kinds = readHoldersKinds(in);
                case 2 -> scores = readHoldersScores(in);
                case 3 -> rows = readHoldersRows(in);
                case 4 -> byName = readHoldersByName(in);
                case 5 -> gaps = readHoldersGaps(in);
                case 6 -> maybe = readHoldersMaybe(in);
                case 7 -> ids = readHoldersIds(in);
                case 8 -> raw = JacksonBridge.read(in);
                case 9 -> raws = readHoldersRaws(in);
                default -> throw new AssertionError("Unknown field: " + field);
            }
            wrong |= in.flaws() == flaws ? 0 : 1L << field;
        }
        // Last, what is missing, malformed or invalid.
        if (in.isFlawed() || seen != 1023L || isInvalidHolders(lines, scores, rows)) {
            int flaws = in.flaws();
            in.require(HOLDERS_FIELDS, seen, 1023L);
            checkHolders(in.violations(), seen & ~wrong, lines, scores, rows);
            if (wrong != 0 || in.flaws() != flaws) {
                return null;
            }
        }
        return new Zoo.Cage.Holders(lines, kinds, scores, rows, byName, gaps, maybe, ids, raw, raws);
    }

    private static List<Zoo.Cage.Holders.Line> readHoldersLines(JsonReader in) {
        if (!in.beginArray()) {
            return null;
        }
        List<Zoo.Cage.Holders.Line> items = new ArrayList<>();
        while (in.nextElement()) {
            items.add(in.beginObject() ? readHoldersLine(in) : null);
        }
        return Collections.unmodifiableList(items);
    }

    private static Set<Zoo.Cage.Kind> readHoldersKinds(JsonReader in) {
        if (!in.beginArray()) {
            return null;
        }
        Set<Zoo.Cage.Kind> items = new LinkedHashSet<>();
        while (in.nextElement()) {
            items.add(in.constant(KIND_NAMES));
        }
        return Collections.unmodifiableSet(items);
    }

    private static Map<String, Integer> readHoldersScores(JsonReader in) {
        if (!in.beginObject()) {
            return null;
        }
        Map<String, Integer> entries = new LinkedHashMap<>();
        for (String key = in.nextKey(); key != null; key = in.nextKey()) {
            if (entries.containsKey(key)) {
                in.repeatedKey();
            }
            int flaws = in.flaws();
            Integer item = in.intValue();
            entries.put(key, in.flaws() == flaws ? item : null);
        }
        return Collections.unmodifiableMap(entries);
    }

    private static List<List<String>> readHoldersRows(JsonReader in) {
        if (!in.beginArray()) {
            return null;
        }
        List<List<String>> items = new ArrayList<>();
        while (in.nextElement()) {
            items.add(readHoldersRowsItem(in));
        }
        return Collections.unmodifiableList(items);
    }

    private static List<String> readHoldersRowsItem(JsonReader in) {
        if (!in.beginArray()) {
            return null;
        }
        List<String> items = new ArrayList<>();
        while (in.nextElement()) {
            items.add(in.string());
        }
        return Collections.unmodifiableList(items);
    }

    private static Map<String, List<Zoo.Cage.Holders.Line>> readHoldersByName(JsonReader in) {
        if (!in.beginObject()) {
            return null;
        }
        Map<String, List<Zoo.Cage.Holders.Line>> entries = new LinkedHashMap<>();
        for (String key = in.nextKey(); key != null; key = in.nextKey()) {
            if (entries.containsKey(key)) {
                in.repeatedKey();
            }
            entries.put(key, readHoldersByNameItem(in));
        }
        return Collections.unmodifiableMap(entries);
    }

    private static List<Zoo.Cage.Holders.Line> readHoldersByNameItem(JsonReader in) {
        if (!in.beginArray()) {
            return null;
        }
        List<Zoo.Cage.Holders.Line> items = new ArrayList<>();
        while (in.nextElement()) {
            items.add(in.beginObject() ? readHoldersLine(in) : null);
        }
        return Collections.unmodifiableList(items);
    }

    private static List<Long> readHoldersGaps(JsonReader in) {
        if (!in.beginArray()) {
            return null;
        }
        List<Long> items = new ArrayList<>();
        while (in.nextElement()) {
            items.add(in.isNull() ? null : in.longValue());
        }
        return Collections.unmodifiableList(items);
    }

    private static List<Zoo.Cage.Holders.Line> readHoldersMaybe(JsonReader in) {
        if (!in.beginArray()) {
            return null;
        }
        List<Zoo.Cage.Holders.Line> items = new ArrayList<>();
        while (in.nextElement()) {
            items.add(in.isNull() || !in.beginObject() ? null : readHoldersLine(in));
        }
        return Collections.unmodifiableList(items);
    }

    private static List<UUID> readHoldersIds(JsonReader in) {
        if (!in.beginArray()) {
            return null;
        }
        List<UUID> items = new ArrayList<>();
        while (in.nextElement()) {
            items.add(in.text(TextFormat.UUID));
        }
        return Collections.unmodifiableList(items);
    }

    private static List<JsonNode> readHoldersRaws(JsonReader in) {
        if (!in.beginArray()) {
            return null;
        }
        List<JsonNode> items = new ArrayList<>();
        while (in.nextElement()) {
            items.add(JacksonBridge.read(in));
        }
        return Collections.unmodifiableList(items);
    }

    private static boolean isInvalidHolders(List<Zoo.Cage.Holders.Line> lines,
            Map<String, Integer> scores, List<List<String>> rows) {
        return lines.isEmpty()
                || isInvalidHoldersScores(scores)
                || isInvalidHoldersRows(rows);
    }

    private static boolean isInvalidHoldersScores(Map<String, Integer> entries) {
        for (Integer item : entries.values()) {
            if (item < 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInvalidHoldersRows(List<List<String>> items) {
        for (List<String> item : items) {
            if (isInvalidHoldersRowsItem(item)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInvalidHoldersRowsItem(List<String> items) {
        for (String item : items) {
            if (item.length() > 2) {
                return true;
            }
        }
        return false;
    }

    private static void checkHolders(Violations out, long sound, List<Zoo.Cage.Holders.Line> lines,
            Map<String, Integer> scores, List<List<String>> rows) {
        if (lines != null) {
            if (lines.isEmpty()) {
                out.add("not-empty", "must not be empty", "/lines");
            }
        }
        if (scores != null) {
            for (String scoresKey : scores.keySet()) {
                Integer scoresItem = scores.get(scoresKey);
                if (scoresItem != null) {
                    if (scoresItem < 0) {
                        out.add("min", "must be at least 0", "/scores", scoresKey);
                    }
                }
            }
        }
        if (rows != null) {
            int rowsIndex = 0;
            for (List<String> rowsItem : rows) {
                if (rowsItem != null) {
                    int rowsItemIndex = 0;
                    for (String rowsItemItem : rowsItem) {
                        if (rowsItemItem != null) {
                            if (rowsItemItem.length() > 2) {
                                out.add("size", "must have at most 2 characters", "/rows", rowsIndex, rowsItemIndex);
                            }
                        }
                        rowsItemIndex++;
                    }
                }
                rowsIndex++;
            }
        }
    }

    private static void writeHolders(JsonWriter out, Zoo.Cage.Holders value) {
        out.name(HOLDERS_LINES);
        writeHoldersLines(out, value.lines());
        out.name(HOLDERS_KINDS);
        writeHoldersKinds(out, value.kinds());
        out.name(HOLDERS_SCORES);
        writeHoldersScores(out, value.scores());
        out.name(HOLDERS_ROWS);
        writeHoldersRows(out, value.rows());
        out.name(HOLDERS_BY_NAME);
        writeHoldersByName(out, value.byName());
        out.name(HOLDERS_GAPS);
        writeHoldersGaps(out, value.gaps());
        out.name(HOLDERS_MAYBE);
        writeHoldersMaybe(out, value.maybe());
        out.name(HOLDERS_IDS);
        writeHoldersIds(out, value.ids());
        out.name(HOLDERS_RAW);
        JacksonBridge.write(out, value.raw());
        out.name(HOLDERS_RAWS);
        writeHoldersRaws(out, value.raws());
    }

    private static void writeHoldersLines(JsonWriter out, List<Zoo.Cage.Holders.Line> items) {
        out.beginArray(items);
        for (Zoo.Cage.Holders.Line item : items) {
            out.element();
            out.beginObject(item);
            writeHoldersLine(out, item);
            out.endObject();
        }
        out.endArray();
    }

    private static void writeHoldersKinds(JsonWriter out, Set<Zoo.Cage.Kind> items) {
        out.beginArray(items);
        for (Zoo.Cage.Kind item : items) {
            out.element();
            out.value(item, KIND_NAMES);
        }
        out.endArray();
    }

    private static void writeHoldersScores(JsonWriter out, Map<String, Integer> entries) {
        out.beginObject(entries);
        for (Map.Entry<String, Integer> entry : entries.entrySet()) {
            out.key(entry.getKey());
            Integer item = entry.getValue();
            out.value(out.required(item));
        }
        out.endObject();
    }

    private static void writeHoldersRows(JsonWriter out, List<List<String>> items) {
        out.beginArray(items);
        for (List<String> item : items) {
            out.element();
            writeHoldersRowsItem(out, item);
        }
        out.endArray();
    }

    private static void writeHoldersRowsItem(JsonWriter out, List<String> items) {
        out.beginArray(items);
        for (String item : items) {
            out.element();
            out.value(item);
        }
        out.endArray();
    }

    private static void writeHoldersByName(JsonWriter out,
            Map<String, List<Zoo.Cage.Holders.Line>> entries) {
        out.beginObject(entries);
        for (Map.Entry<String, List<Zoo.Cage.Holders.Line>> entry : entries.entrySet()) {
            out.key(entry.getKey());
            List<Zoo.Cage.Holders.Line> item = entry.getValue();
            writeHoldersByNameItem(out, item);
        }
        out.endObject();
    }

    private static void writeHoldersByNameItem(JsonWriter out, List<Zoo.Cage.Holders.Line> items) {
        out.beginArray(items);
        for (Zoo.Cage.Holders.Line item : items) {
            out.element();
            out.beginObject(item);
            writeHoldersLine(out, item);
            out.endObject();
        }
        out.endArray();
    }

    private static void writeHoldersGaps(JsonWriter out, List<Long> items) {
        out.beginArray(items);
        for (Long item : items) {
            out.element();
            if (item == null) {
                out.nullValue();
            } else {
                out.value(out.required(item));
            }
        }
        out.endArray();
    }

    private static void writeHoldersMaybe(JsonWriter out, List<Zoo.Cage.Holders.Line> items) {
        out.beginArray(items);
        for (Zoo.Cage.Holders.Line item : items) {
            out.element();
            if (item == null) {
                out.nullValue();
            } else {
                out.beginObject(item);
                writeHoldersLine(out, item);
                out.endObject();
            }
        }
        out.endArray();
    }

    private static void writeHoldersIds(JsonWriter out, List<UUID> items) {
        out.beginArray(items);
        for (UUID item : items) {
            out.element();
            out.text(item);
        }
        out.endArray();
    }

    private static void writeHoldersRaws(JsonWriter out, List<JsonNode> items) {
        out.beginArray(items);
        for (JsonNode item : items) {
            out.element();
            JacksonBridge.write(out, item);
        }
        out.endArray();
    }

    private static Zoo.Cage.Holders.Line readHoldersLine(JsonReader in) {
        String article = null;
        double price = 0;
        // First the fields that stand in the order of declaration. In all masks, bit i is component i.
        long seen = 0;
        if (in.first(HOLDERS_LINE_ARTICLE)) {
            article = in.string();
            seen |= 1L; // article
        }
        if (seen != 0 && in.expect(HOLDERS_LINE_PRICE)) {
            price = in.doubleValue();
            seen |= 2L; // price
        }
        // Then the others, in any order.
        long wrong = in.isFlawed() ? Long.highestOneBit(seen) : 0;
        int field = in.endObject(seen) ? FieldNames.END : in.anyOrder(HOLDERS_LINE_FIELDS, seen);
        for (; field != FieldNames.END; field = in.next(HOLDERS_LINE_FIELDS, field + 1)) {
            int flaws = in.flaws();
            seen = in.once(seen, field);
            switch (field) {
                case 0 -> article = in.string();
                case 1 -> price = in.doubleValue();
                default -> throw new AssertionError("Unknown field: " + field);
            }
            wrong |= in.flaws() == flaws ? 0 : 1L << field;
        }
        // Last, what is missing, malformed or invalid.
        if (in.isFlawed() || seen != 3L || isInvalidHoldersLine(price)) {
            int flaws = in.flaws();
            in.require(HOLDERS_LINE_FIELDS, seen, 3L);
            checkHoldersLine(in.violations(), seen & ~wrong, price);
            if (wrong != 0 || in.flaws() != flaws) {
                return null;
            }
        }
        return new Zoo.Cage.Holders.Line(article, price);
    }

    private static boolean isInvalidHoldersLine(double price) {
        return price < 0;
    }

    private static void checkHoldersLine(Violations out, long sound, double price) {
        if ((sound & 2L) != 0) {
            if (price < 0) {
                out.add("positive-or-zero", "must be at least 0", "/price");
            }
        }
    }

    private static void writeHoldersLine(JsonWriter out, Zoo.Cage.Holders.Line value) {
        out.name(HOLDERS_LINE_ARTICLE).value(value.article());
        out.name(HOLDERS_LINE_PRICE).value(value.price());
    }

    private static Zoo.Cage.Range readRange(JsonReader in) {
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
            return new Zoo.Cage.Range(from, to);
        } catch (IllegalArgumentException | NullPointerException refused) {
            in.rejected(refused);
            return null;
        }
    }

    private static void writeRange(JsonWriter out, Zoo.Cage.Range value) {
        out.name(RANGE_FROM).value(value.from());
        out.name(RANGE_TO).value(value.to());
    }

    private static Zoo.Cage.Primitives readPrimitives(JsonReader in) {
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
        return new Zoo.Cage.Primitives(bool, tiny, small, number, large, rough, exact, letter);
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

    private static void writePrimitives(JsonWriter out, Zoo.Cage.Primitives value) {
        out.name(PRIMITIVES_BOOL).value(value.bool());
        out.name(PRIMITIVES_TINY).value(value.tiny());
        out.name(PRIMITIVES_SMALL).value(value.small());
        out.name(PRIMITIVES_NUMBER).value(value.number());
        out.name(PRIMITIVES_LARGE).value(value.large());
        out.name(PRIMITIVES_ROUGH).value(value.rough());
        out.name(PRIMITIVES_EXACT).value(value.exact());
        out.name(PRIMITIVES_LETTER).value(value.letter());
    }

    private static Zoo.Cage.Boxes readBoxes(JsonReader in) {
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
        return new Zoo.Cage.Boxes(bool, tiny, small, number, large, rough, exact, letter);
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

    private static void writeBoxes(JsonWriter out, Zoo.Cage.Boxes value) {
        out.name(BOXES_BOOL).value(out.required(value.bool()));
        out.name(BOXES_TINY).value(out.required(value.tiny()));
        out.name(BOXES_SMALL).value(out.required(value.small()));
        out.name(BOXES_NUMBER).value(out.required(value.number()));
        out.name(BOXES_LARGE).value(out.required(value.large()));
        out.name(BOXES_ROUGH).value(out.required(value.rough()));
        out.name(BOXES_EXACT).value(out.required(value.exact()));
        out.name(BOXES_LETTER).value(out.required(value.letter()));
    }

    private static Zoo.Cage.Texts readTexts(JsonReader in) {
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
        return new Zoo.Cage.Texts(word, id, day, time, weekday, whole, money);
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

    private static void writeTexts(JsonWriter out, Zoo.Cage.Texts value) {
        out.name(TEXTS_WORD).value(value.word());
        out.name(TEXTS_ID).text(value.id());
        out.name(TEXTS_DAY).text(value.day());
        out.name(TEXTS_TIME).text(value.time());
        out.name(TEXTS_WEEKDAY).value(value.weekday(), DAY_OF_WEEK_NAMES);
        out.name(TEXTS_WHOLE).value(value.whole());
        out.name(TEXTS_MONEY).value(value.money());
    }

    private static Zoo.Cage.Names readNames(JsonReader in_) {
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
        if (in_.first(NAMES_IN)) {
            in = in_.intValue();
            seen_ |= 1L; // in
        }
        if (seen_ != 0 && in_.expect(NAMES_SEEN)) {
            seen = in_.intValue();
            seen_ |= 2L; // seen
        }
        if (seen_ != 0 && in_.expect(NAMES_SOUND)) {
            sound = in_.intValue();
            seen_ |= 4L; // sound
        }
        if (seen_ != 0 && in_.expect(NAMES_OUT)) {
            out = in_.intValue();
            seen_ |= 8L; // out
        }
        if (seen_ != 0 && in_.expect(NAMES_FIELD)) {
            field = in_.intValue();
            seen_ |= 16L; // field
        }
        if (seen_ != 0 && in_.expect(NAMES_VALUE)) {
            value = in_.string();
            seen_ |= 32L; // value
        }
        if (seen_ != 0 && in_.expect(NAMES_START)) {
            start = in_.intValue();
            seen_ |= 64L; // start
        }
        if (seen_ != 0 && in_.expect(NAMES_BEFORE)) {
            before = in_.intValue();
            seen_ |= 128L; // before
        }
        if (seen_ != 0 && in_.expect(NAMES_MESSAGE)) {
            message = in_.intValue();
            seen_ |= 256L; // message
        }
        // Then the others, in any order.
        long wrong = in_.isFlawed() ? Long.highestOneBit(seen_) : 0;
        int field_ = in_.endObject(seen_) ? FieldNames.END : in_.anyOrder(NAMES_FIELDS, seen_);
        for (; field_ != FieldNames.END; field_ = in_.next(NAMES_FIELDS, field_ + 1)) {
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
            in_.require(NAMES_FIELDS, seen_, 511L);
            if (wrong != 0 || in_.flaws() != flaws) {
                return null;
            }
        }
        return new Zoo.Cage.Names(in, seen, sound, out, field, value, start, before, message);
    }

    private static void writeNames(JsonWriter out, Zoo.Cage.Names value) {
        out.name(NAMES_IN).value(value.in());
        out.name(NAMES_SEEN).value(value.seen());
        out.name(NAMES_SOUND).value(value.sound());
        out.name(NAMES_OUT).value(value.out());
        out.name(NAMES_FIELD).value(value.field());
        out.name(NAMES_VALUE).value(value.value());
        out.name(NAMES_START).value(value.start());
        out.name(NAMES_BEFORE).value(value.before());
        out.name(NAMES_MESSAGE).value(value.message());
    }

    private static Zoo.Cage.New readNew(JsonReader in_) {
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
        return new Zoo.Cage.New(in);
    }

    private static void writeNew(JsonWriter out, Zoo.Cage.New value) {
        out.name(NEW_IN).value(value.in());
    }

    private static Zoo.Cage.Long20k readLong20k(JsonReader in) {
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
        return new Zoo.Cage.Long20k(text);
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

    private static void writeLong20k(JsonWriter out, Zoo.Cage.Long20k value) {
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
