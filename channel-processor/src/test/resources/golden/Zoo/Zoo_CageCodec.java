package com.acme;

import com.fasterxml.jackson.databind.JsonNode;
import dev.strait.runtime.codec.ChannelCodec;
import dev.strait.runtime.codec.EnumNames;
import dev.strait.runtime.codec.FieldNames;
import dev.strait.runtime.codec.Frame;
import dev.strait.runtime.codec.FrameException;
import dev.strait.runtime.codec.JacksonBridge;
import dev.strait.runtime.codec.JsonReader;
import dev.strait.runtime.codec.JsonWriter;
import dev.strait.runtime.codec.RoomName;
import dev.strait.runtime.codec.TextFormat;
import dev.strait.runtime.codec.Violations;
import dev.strait.runtime.spi.ChannelContract;
import jakarta.websocket.DecodeException;
import jakarta.websocket.Decoder;
import jakarta.websocket.Encoder;
import jakarta.websocket.EndpointConfig;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.annotation.processing.Generated;

/**
 * Reads and writes the messages of {@link Zoo.Cage} as JSON.
 *
 * <p>All kinds of animals.
 *
 * <p>What is read is valid in every respect, or refused with all that is wrong. Stateless.
 */
@Generated("dev.strait.processor.ChannelProcessor")
final class Zoo_CageCodec implements ChannelCodec<Zoo.Cage.Room, Zoo.Cage.ToServer, Zoo.Cage.ToClient> {
    static final ChannelContract<Zoo.Cage.Room, Zoo.Cage.ToServer, Zoo.Cage.ToClient> CONTRACT = new ChannelContract<>(
            "com.acme.Zoo.Cage", "/ws/zoo/{cage}/{kind}", List.of("cage", "kind"), new Zoo_CageCodec());

    private static final EnumNames<Zoo.Cage.Kind> KIND_NAMES = EnumNames.of(Zoo.Cage.Kind.values());

    private static final FieldNames ABSENT_FIELDS = FieldNames.of("text", "number", "large", "exact", "note", "notes", "count", "kind", "reason");

    private static final FieldNames HOLDERS_LINE_FIELDS = FieldNames.of("sku", "price").alias("article", 0);

    private static final FieldNames HOLDERS_FIELDS = FieldNames.of("lines", "kinds", "scores", "rows", "byName", "gaps", "maybe", "ids", "raw", "raws");

    private static final FieldNames RANGE_FIELDS = FieldNames.of("from", "to");

    private static final FieldNames PRIMITIVES_FIELDS = FieldNames.of("bool", "tiny", "small", "number", "large", "rough", "exact", "letter");

    private static final FieldNames BOXES_FIELDS = FieldNames.of("bool", "tiny", "small", "number", "large", "rough", "exact", "letter");

    private static final FieldNames TEXTS_FIELDS = FieldNames.of("word", "id", "day", "time", "weekday", "whole", "money");

    private static final Pattern TEXTS_WORD_PATTERN = Pattern.compile("[a-z]+");

    private static final EnumNames<DayOfWeek> DAY_OF_WEEK_NAMES = EnumNames.of(DayOfWeek.values());

    private static final FieldNames NAMES_FIELDS = FieldNames.of("in", "seen", "sound", "out", "field", "value", "start", "before", "message");

    private static final FieldNames NEW_FIELDS = FieldNames.of("in");

    private static final FieldNames LONG20K_FIELDS = FieldNames.of("text");

    @Override
    public Zoo.Cage.ToServer readToServer(Frame frame) {
        JsonReader in = frame.reader();
        Zoo.Cage.ToServer message = switch (frame.requireType()) {
            case "absent" -> readAbsent(in);
            case "holders" -> readHolders(in);
            case "range:set" -> readRange(in);
            case "primitives" -> readPrimitives(in);
            case "boxes" -> readBoxes(in);
            case "texts" -> readTexts(in);
            case "names" -> readNames(in);
            case "new" -> readNew(in);
            case "long20k" -> readLong20k(in);
            default -> throw FrameException.unknownType();
        };
        in.violations().throwIfAny();
        return message;
    }

    @Override
    public Zoo.Cage.ToClient readToClient(Frame frame) {
        JsonReader in = frame.reader();
        Zoo.Cage.ToClient message = switch (frame.requireType()) {
            case "boxes" -> readBoxes(in);
            case "holders" -> readHolders(in);
            case "names" -> readNames(in);
            default -> throw FrameException.unknownType();
        };
        in.violations().throwIfAny();
        return message;
    }

    @Override
    public void writeToServer(JsonWriter out, Zoo.Cage.ToServer message) {
        if (message instanceof Zoo.Cage.Absent absent) {
            out.name("type").value("absent");
            writeAbsent(out, absent);
        } else if (message instanceof Zoo.Cage.Holders holders) {
            out.name("type").value("holders");
            writeHolders(out, holders);
        } else if (message instanceof Zoo.Cage.Range range) {
            out.name("type").value("range:set");
            writeRange(out, range);
        } else if (message instanceof Zoo.Cage.Primitives primitives) {
            out.name("type").value("primitives");
            writePrimitives(out, primitives);
        } else if (message instanceof Zoo.Cage.Boxes boxes) {
            out.name("type").value("boxes");
            writeBoxes(out, boxes);
        } else if (message instanceof Zoo.Cage.Texts texts) {
            out.name("type").value("texts");
            writeTexts(out, texts);
        } else if (message instanceof Zoo.Cage.Names names) {
            out.name("type").value("names");
            writeNames(out, names);
        } else if (message instanceof Zoo.Cage.New newMessage) {
            out.name("type").value("new");
            writeNew(out, newMessage);
        } else if (message instanceof Zoo.Cage.Long20k long20k) {
            out.name("type").value("long20k");
            writeLong20k(out, long20k);
        } else {
            throw new AssertionError(message);
        }
    }

    @Override
    public void writeToClient(JsonWriter out, Zoo.Cage.ToClient message) {
        if (message instanceof Zoo.Cage.Boxes boxes) {
            out.name("type").value("boxes");
            writeBoxes(out, boxes);
        } else if (message instanceof Zoo.Cage.Holders holders) {
            out.name("type").value("holders");
            writeHolders(out, holders);
        } else if (message instanceof Zoo.Cage.Names names) {
            out.name("type").value("names");
            writeNames(out, names);
        } else {
            throw new AssertionError(message);
        }
    }

    @Override
    public String typeOf(Zoo.Cage.ToClient message) {
        if (message instanceof Zoo.Cage.Boxes) {
            return "boxes";
        }
        if (message instanceof Zoo.Cage.Holders) {
            return "holders";
        }
        if (message instanceof Zoo.Cage.Names) {
            return "names";
        }
        throw new AssertionError(message);
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
                out.add("positive-or-zero", "must not be less than 0", "cage");
            }
        }
    }

    private static Zoo.Cage.Absent readAbsent(JsonReader in) {
        if (!in.beginObject()) {
            return null;
        }
        int start = in.violations().size();
        Optional<String> text = Optional.empty();
        OptionalInt number = OptionalInt.empty();
        OptionalLong large = OptionalLong.empty();
        OptionalDouble exact = OptionalDouble.empty();
        String note = null;
        List<String> notes = null;
        int count = 7;
        Zoo.Cage.Kind kind = Zoo.Cage.Kind.FISH;
        String reason = "none";
        long seen = 0;
        long sound = 0;
        for (int field = in.nextField(ABSENT_FIELDS); field != FieldNames.END; field = in.nextField(ABSENT_FIELDS)) {
            seen = in.once(seen, field);
            int before = in.violations().size();
            switch (field) {
                case 0 -> text = in.isNull() ? Optional.empty() : Optional.ofNullable(in.string());
                case 1 -> number = in.isNull() ? OptionalInt.empty() : OptionalInt.of(in.intValue());
                case 2 -> large = in.isNull() ? OptionalLong.empty() : OptionalLong.of(in.longValue());
                case 3 -> exact = in.isNull() ? OptionalDouble.empty() : OptionalDouble.of(in.doubleValue());
                case 4 -> note = in.isNull() ? null : in.string();
                case 5 -> notes = in.isNull() ? null : in.list(JsonReader::string);
                case 6 -> count = in.isNull() ? 7 : in.intValue();
                case 7 -> kind = in.isNull() ? Zoo.Cage.Kind.FISH : in.constant(KIND_NAMES);
                case 8 -> reason = in.isNull() ? "none" : in.string();
                default -> throw new AssertionError(field);
            }
            if (in.violations().size() == before) {
                sound |= 1L << field;
            }
        }
        in.require(ABSENT_FIELDS, seen, 0b0L);
        checkAbsent(in.violations(), sound, text, number, notes);
        return in.violations().size() > start ? null : new Zoo.Cage.Absent(text, number, large, exact, note, notes, count, kind, reason);
    }

    private static void checkAbsent(Violations out, long sound, Optional<String> text,
            OptionalInt number, List<String> notes) {
        if ((sound & 1L) != 0) {
            if (text.isPresent()) {
                String textItem = text.get();
                if (textItem.length() < 2) {
                    out.add("size", "must have at least 2 characters", "text");
                }
            }
        }
        if ((sound & 2L) != 0) {
            if (number.isPresent()) {
                if (number.getAsInt() < 3) {
                    out.add("min", "must be at least 3", "number");
                }
            }
        }
        if ((sound & 32L) != 0 && notes != null) {
            if (notes.size() > 3) {
                out.add("size", "must have at most 3 elements", "notes");
            }
        }
    }

    private static void writeAbsent(JsonWriter out, Zoo.Cage.Absent value) {
        if (value.text().isPresent()) {
            out.name("text").value(value.text().get());
        }
        if (value.number().isPresent()) {
            out.name("number").value(value.number().getAsInt());
        }
        if (value.large().isPresent()) {
            out.name("large").value(value.large().getAsLong());
        }
        if (value.exact().isPresent()) {
            out.name("exact").value(value.exact().getAsDouble());
        }
        if (value.note() != null) {
            out.name("note").value(value.note());
        }
        if (value.notes() != null) {
            out.name("notes").array(value.notes(), JsonWriter::value);
        }
        out.name("count").value(value.count());
        out.name("kind").value(value.kind());
        out.name("reason").value(value.reason());
    }

    private static Zoo.Cage.Holders.Line readHoldersLine(JsonReader in) {
        if (!in.beginObject()) {
            return null;
        }
        int start = in.violations().size();
        String article = null;
        double price = 0;
        long seen = 0;
        long sound = 0;
        for (int field = in.nextField(HOLDERS_LINE_FIELDS); field != FieldNames.END; field = in.nextField(HOLDERS_LINE_FIELDS)) {
            seen = in.once(seen, field);
            int before = in.violations().size();
            switch (field) {
                case 0 -> article = in.string();
                case 1 -> price = in.doubleValue();
                default -> throw new AssertionError(field);
            }
            if (in.violations().size() == before) {
                sound |= 1L << field;
            }
        }
        in.require(HOLDERS_LINE_FIELDS, seen, 0b11L);
        checkHoldersLine(in.violations(), sound, price);
        return in.violations().size() > start ? null : new Zoo.Cage.Holders.Line(article, price);
    }

    private static void checkHoldersLine(Violations out, long sound, double price) {
        if ((sound & 2L) != 0) {
            if (price < 0) {
                out.add("positive-or-zero", "must not be less than 0", "price");
            }
        }
    }

    private static void writeHoldersLine(JsonWriter out, Zoo.Cage.Holders.Line value) {
        out.name("sku").value(value.article());
        out.name("price").value(value.price());
    }

    private static Zoo.Cage.Holders readHolders(JsonReader in) {
        if (!in.beginObject()) {
            return null;
        }
        int start = in.violations().size();
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
        long seen = 0;
        long sound = 0;
        for (int field = in.nextField(HOLDERS_FIELDS); field != FieldNames.END; field = in.nextField(HOLDERS_FIELDS)) {
            seen = in.once(seen, field);
            int before = in.violations().size();
            switch (field) {
                case 0 -> lines = in.list(Zoo_CageCodec::readHoldersLine);
                case 1 -> kinds = in.set(inItem -> inItem.constant(KIND_NAMES));
                case 2 -> scores = in.map(JsonReader::intValue);
                case 3 -> rows = in.list(inItem -> inItem.list(JsonReader::string));
                case 4 -> byName = in.map(inItem -> inItem.list(Zoo_CageCodec::readHoldersLine));
                case 5 -> gaps = in.list(inItem -> inItem.isNull() ? null : inItem.longValue());
                case 6 -> maybe = in.list(inItem -> inItem.isNull() ? null : readHoldersLine(inItem));
                case 7 -> ids = in.list(inItem -> inItem.text(TextFormat.UUID));
                case 8 -> raw = JacksonBridge.read(in);
                case 9 -> raws = in.list(JacksonBridge::read);
                default -> throw new AssertionError(field);
            }
            if (in.violations().size() == before) {
                sound |= 1L << field;
            }
        }
        in.require(HOLDERS_FIELDS, seen, 0b1111111111L);
        checkHolders(in.violations(), sound, lines, scores, rows);
        return in.violations().size() > start ? null : new Zoo.Cage.Holders(lines, kinds, scores, rows, byName, gaps, maybe, ids, raw, raws);
    }

    private static void checkHolders(Violations out, long sound, List<Zoo.Cage.Holders.Line> lines,
            Map<String, Integer> scores, List<List<String>> rows) {
        if ((sound & 1L) != 0) {
            if (lines.isEmpty()) {
                out.add("not-empty", "must not be empty", "lines");
            }
        }
        if ((sound & 4L) != 0) {
            for (String scoresKey : scores.keySet()) {
                Integer scoresItem = scores.get(scoresKey);
                if (scoresItem < 0) {
                    out.add("min", "must be at least 0", "scores", scoresKey);
                }
            }
        }
        if ((sound & 8L) != 0) {
            int rowsIndex = 0;
            for (List<String> rowsItem : rows) {
                int rowsItemIndex = 0;
                for (String rowsItemItem : rowsItem) {
                    if (rowsItemItem.length() > 2) {
                        out.add("size", "must have at most 2 characters", "rows", rowsIndex, rowsItemIndex);
                    }
                    rowsItemIndex++;
                }
                rowsIndex++;
            }
        }
    }

    private static void writeHolders(JsonWriter out, Zoo.Cage.Holders value) {
        out.name("lines").array(value.lines(), (json, item) -> json.object(item, Zoo_CageCodec::writeHoldersLine));
        out.name("kinds").array(value.kinds(), JsonWriter::value);
        out.name("scores").map(value.scores(), JsonWriter::value);
        out.name("rows").array(value.rows(), (json, item) -> json.array(item, JsonWriter::value));
        out.name("byName").map(value.byName(), (json, entry) -> json.array(entry, (jsonIn, entryIn) -> jsonIn.object(entryIn, Zoo_CageCodec::writeHoldersLine)));
        out.name("gaps").array(value.gaps(), JsonWriter.orNull(JsonWriter::value));
        out.name("maybe").array(value.maybe(), JsonWriter.orNull((json, item) -> json.object(item, Zoo_CageCodec::writeHoldersLine)));
        out.name("ids").array(value.ids(), JsonWriter::text);
        JacksonBridge.write(out.name("raw"), value.raw());
        out.name("raws").array(value.raws(), JacksonBridge::write);
    }

    private static Zoo.Cage.Range readRange(JsonReader in) {
        if (!in.beginObject()) {
            return null;
        }
        int start = in.violations().size();
        int from = 0;
        int to = 0;
        long seen = 0;
        for (int field = in.nextField(RANGE_FIELDS); field != FieldNames.END; field = in.nextField(RANGE_FIELDS)) {
            seen = in.once(seen, field);
            switch (field) {
                case 0 -> from = in.intValue();
                case 1 -> to = in.intValue();
                default -> throw new AssertionError(field);
            }
        }
        in.require(RANGE_FIELDS, seen, 0b11L);
        if (in.violations().size() > start) {
            return null;
        }
        try {
            return new Zoo.Cage.Range(from, to);
        } catch (IllegalArgumentException | NullPointerException refused) {
            in.rejected(refused);
            return null;
        }
    }

    private static void writeRange(JsonWriter out, Zoo.Cage.Range value) {
        out.name("from").value(value.from());
        out.name("to").value(value.to());
    }

    private static Zoo.Cage.Primitives readPrimitives(JsonReader in) {
        if (!in.beginObject()) {
            return null;
        }
        int start = in.violations().size();
        boolean bool = false;
        byte tiny = 0;
        short small = 0;
        int number = 0;
        long large = 0;
        float rough = 0;
        double exact = 0;
        char letter = 0;
        long seen = 0;
        long sound = 0;
        for (int field = in.nextField(PRIMITIVES_FIELDS); field != FieldNames.END; field = in.nextField(PRIMITIVES_FIELDS)) {
            seen = in.once(seen, field);
            int before = in.violations().size();
            switch (field) {
                case 0 -> bool = in.booleanValue();
                case 1 -> tiny = in.byteValue();
                case 2 -> small = in.shortValue();
                case 3 -> number = in.intValue();
                case 4 -> large = in.longValue();
                case 5 -> rough = in.floatValue();
                case 6 -> exact = in.doubleValue();
                case 7 -> letter = in.charValue();
                default -> throw new AssertionError(field);
            }
            if (in.violations().size() == before) {
                sound |= 1L << field;
            }
        }
        in.require(PRIMITIVES_FIELDS, seen, 0b11111111L);
        checkPrimitives(in.violations(), sound, number);
        return in.violations().size() > start ? null : new Zoo.Cage.Primitives(bool, tiny, small, number, large, rough, exact, letter);
    }

    private static void checkPrimitives(Violations out, long sound, int number) {
        if ((sound & 8L) != 0) {
            if (number < 1) {
                out.add("min", "must be at least 1", "number");
            }
            if (number > 9) {
                out.add("max", "must be at most 9", "number");
            }
        }
    }

    private static void writePrimitives(JsonWriter out, Zoo.Cage.Primitives value) {
        out.name("bool").value(value.bool());
        out.name("tiny").value(value.tiny());
        out.name("small").value(value.small());
        out.name("number").value(value.number());
        out.name("large").value(value.large());
        out.name("rough").value(value.rough());
        out.name("exact").value(value.exact());
        out.name("letter").value(value.letter());
    }

    private static Zoo.Cage.Boxes readBoxes(JsonReader in) {
        if (!in.beginObject()) {
            return null;
        }
        int start = in.violations().size();
        Boolean bool = null;
        Byte tiny = null;
        Short small = null;
        Integer number = null;
        Long large = null;
        Float rough = null;
        Double exact = null;
        Character letter = null;
        long seen = 0;
        long sound = 0;
        for (int field = in.nextField(BOXES_FIELDS); field != FieldNames.END; field = in.nextField(BOXES_FIELDS)) {
            seen = in.once(seen, field);
            int before = in.violations().size();
            switch (field) {
                case 0 -> bool = in.booleanValue();
                case 1 -> tiny = in.byteValue();
                case 2 -> small = in.shortValue();
                case 3 -> number = in.intValue();
                case 4 -> large = in.longValue();
                case 5 -> rough = in.floatValue();
                case 6 -> exact = in.doubleValue();
                case 7 -> letter = in.charValue();
                default -> throw new AssertionError(field);
            }
            if (in.violations().size() == before) {
                sound |= 1L << field;
            }
        }
        in.require(BOXES_FIELDS, seen, 0b11111111L);
        checkBoxes(in.violations(), sound, number);
        return in.violations().size() > start ? null : new Zoo.Cage.Boxes(bool, tiny, small, number, large, rough, exact, letter);
    }

    private static void checkBoxes(Violations out, long sound, Integer number) {
        if ((sound & 8L) != 0) {
            if (number <= 0) {
                out.add("positive", "must be greater than 0", "number");
            }
        }
    }

    private static void writeBoxes(JsonWriter out, Zoo.Cage.Boxes value) {
        out.name("bool").value(value.bool());
        out.name("tiny").value(value.tiny());
        out.name("small").value(value.small());
        out.name("number").value(value.number());
        out.name("large").value(value.large());
        out.name("rough").value(value.rough());
        out.name("exact").value(value.exact());
        out.name("letter").value(value.letter());
    }

    private static Zoo.Cage.Texts readTexts(JsonReader in) {
        if (!in.beginObject()) {
            return null;
        }
        int start = in.violations().size();
        String word = null;
        UUID id = null;
        LocalDate day = null;
        Duration time = null;
        DayOfWeek weekday = null;
        BigInteger whole = null;
        BigDecimal money = null;
        long seen = 0;
        long sound = 0;
        for (int field = in.nextField(TEXTS_FIELDS); field != FieldNames.END; field = in.nextField(TEXTS_FIELDS)) {
            seen = in.once(seen, field);
            int before = in.violations().size();
            switch (field) {
                case 0 -> word = in.string();
                case 1 -> id = in.text(TextFormat.UUID);
                case 2 -> day = in.text(TextFormat.LOCAL_DATE);
                case 3 -> time = in.text(TextFormat.DURATION);
                case 4 -> weekday = in.constant(DAY_OF_WEEK_NAMES);
                case 5 -> whole = in.bigInteger();
                case 6 -> money = in.bigDecimal();
                default -> throw new AssertionError(field);
            }
            if (in.violations().size() == before) {
                sound |= 1L << field;
            }
        }
        in.require(TEXTS_FIELDS, seen, 0b1111111L);
        checkTexts(in.violations(), sound, word, whole, money);
        return in.violations().size() > start ? null : new Zoo.Cage.Texts(word, id, day, time, weekday, whole, money);
    }

    private static void checkTexts(Violations out, long sound, String word, BigInteger whole,
            BigDecimal money) {
        if ((sound & 1L) != 0) {
            if (!TEXTS_WORD_PATTERN.matcher(word).matches()) {
                out.add("pattern", "must be lower-case letters", "word");
            }
        }
        if ((sound & 32L) != 0) {
            if (whole.compareTo(BigInteger.valueOf(-5L)) < 0) {
                out.add("min", "must be at least -5", "whole");
            }
        }
        if ((sound & 64L) != 0) {
            if (money.compareTo(BigDecimal.valueOf(0L)) <= 0) {
                out.add("positive", "must be greater than 0", "money");
            }
        }
    }

    private static void writeTexts(JsonWriter out, Zoo.Cage.Texts value) {
        out.name("word").value(value.word());
        out.name("id").text(value.id());
        out.name("day").text(value.day());
        out.name("time").text(value.time());
        out.name("weekday").value(value.weekday());
        out.name("whole").value(value.whole());
        out.name("money").value(value.money());
    }

    private static Zoo.Cage.Names readNames(JsonReader in_) {
        if (!in_.beginObject()) {
            return null;
        }
        int start_ = in_.violations().size();
        int in = 0;
        int seen = 0;
        int sound = 0;
        int out = 0;
        int field = 0;
        String value = null;
        int start = 0;
        int before = 0;
        int message = 0;
        long seen_ = 0;
        for (int field_ = in_.nextField(NAMES_FIELDS); field_ != FieldNames.END; field_ = in_.nextField(NAMES_FIELDS)) {
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
                default -> throw new AssertionError(field_);
            }
        }
        in_.require(NAMES_FIELDS, seen_, 0b111111111L);
        return in_.violations().size() > start_ ? null : new Zoo.Cage.Names(in, seen, sound, out, field, value, start, before, message);
    }

    private static void writeNames(JsonWriter out, Zoo.Cage.Names value) {
        out.name("in").value(value.in());
        out.name("seen").value(value.seen());
        out.name("sound").value(value.sound());
        out.name("out").value(value.out());
        out.name("field").value(value.field());
        out.name("value").value(value.value());
        out.name("start").value(value.start());
        out.name("before").value(value.before());
        out.name("message").value(value.message());
    }

    private static Zoo.Cage.New readNew(JsonReader in_) {
        if (!in_.beginObject()) {
            return null;
        }
        int start = in_.violations().size();
        String in = null;
        long seen = 0;
        for (int field = in_.nextField(NEW_FIELDS); field != FieldNames.END; field = in_.nextField(NEW_FIELDS)) {
            seen = in_.once(seen, field);
            switch (field) {
                case 0 -> in = in_.string();
                default -> throw new AssertionError(field);
            }
        }
        in_.require(NEW_FIELDS, seen, 0b1L);
        return in_.violations().size() > start ? null : new Zoo.Cage.New(in);
    }

    private static void writeNew(JsonWriter out, Zoo.Cage.New value) {
        out.name("in").value(value.in());
    }

    private static Zoo.Cage.Long20k readLong20k(JsonReader in) {
        if (!in.beginObject()) {
            return null;
        }
        int start = in.violations().size();
        String text = null;
        long seen = 0;
        long sound = 0;
        for (int field = in.nextField(LONG20K_FIELDS); field != FieldNames.END; field = in.nextField(LONG20K_FIELDS)) {
            seen = in.once(seen, field);
            int before = in.violations().size();
            switch (field) {
                case 0 -> text = in.string(20000);
                default -> throw new AssertionError(field);
            }
            if (in.violations().size() == before) {
                sound |= 1L << field;
            }
        }
        in.require(LONG20K_FIELDS, seen, 0b1L);
        checkLong20k(in.violations(), sound, text);
        return in.violations().size() > start ? null : new Zoo.Cage.Long20k(text);
    }

    private static void checkLong20k(Violations out, long sound, String text) {
        if ((sound & 1L) != 0) {
            if (text.length() > 20000) {
                out.add("size", "must have at most 20000 characters", "text");
            }
        }
    }

    private static void writeLong20k(JsonWriter out, Zoo.Cage.Long20k value) {
        out.name("text").value(value.text());
    }

    /**
     * {@link Zoo.Cage.ToServer} as Jakarta encoder and decoder, for endpoints written by hand.
     */
    public static final class ToServerText implements Encoder.Text<Zoo.Cage.ToServer>, Decoder.Text<Zoo.Cage.ToServer> {
        @Override
        public String encode(Zoo.Cage.ToServer message) {
            return CONTRACT.codec().encodeToServer(message);
        }

        @Override
        public Zoo.Cage.ToServer decode(String frame) throws DecodeException {
            try {
                return CONTRACT.codec().decodeToServer(frame);
            } catch (FrameException refused) {
                throw new DecodeException(frame, refused.getMessage(), refused);
            }
        }

        @Override
        public boolean willDecode(String frame) {
            return true;
        }

        @Override
        public void init(EndpointConfig config) {
        }

        @Override
        public void destroy() {
        }
    }

    /**
     * {@link Zoo.Cage.ToClient} as Jakarta encoder and decoder, for endpoints written by hand.
     */
    public static final class ToClientText implements Encoder.Text<Zoo.Cage.ToClient>, Decoder.Text<Zoo.Cage.ToClient> {
        @Override
        public String encode(Zoo.Cage.ToClient message) {
            return CONTRACT.codec().encodeToClient(message);
        }

        @Override
        public Zoo.Cage.ToClient decode(String frame) throws DecodeException {
            try {
                return CONTRACT.codec().decodeToClient(frame);
            } catch (FrameException refused) {
                throw new DecodeException(frame, refused.getMessage(), refused);
            }
        }

        @Override
        public boolean willDecode(String frame) {
            return true;
        }

        @Override
        public void init(EndpointConfig config) {
        }

        @Override
        public void destroy() {
        }
    }
}
