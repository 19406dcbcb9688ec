package com.acme;

import com.fasterxml.jackson.databind.JsonNode;
import dev.strait.runtime.spi.ChannelContract;
import dev.strait.runtime.spi.WireMessage;
import dev.strait.runtime.spi.codec.ChannelCodec;
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
import java.lang.AssertionError;
import java.lang.Integer;
import java.lang.Long;
import java.lang.Override;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.annotation.processing.Generated;

/**
 * Decodes and encodes the messages of {@link Containers} as JSON.
 *
 * <p>Collections, maps and nested records, in both directions.
 *
 * <p>A decoded message satisfies all constraints; an invalid one is refused with all its violations. Stateless.
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class ContainersCodec implements ChannelCodec<String, Containers.ToServer, Containers.ToClient> {
    private static final TypeNames TO_SERVER_TYPES = TypeNames.of("holders");

    private static final JsonConstant HOLDERS_TYPE = JsonConstant.type("holders");

    private static final TypeNames TO_CLIENT_TYPES = TypeNames.of("holders");

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

    private static final EnumNames<Containers.Kind> KIND_NAMES = EnumNames.of(Containers.Kind.values());

    private static final FieldNames HOLDERS_LINE_FIELDS = FieldNames.of("sku", "price").aliases(0, "article");

    private static final JsonConstant HOLDERS_LINE_ARTICLE = JsonConstant.name("sku");

    private static final JsonConstant HOLDERS_LINE_PRICE = JsonConstant.name("price");

    static final ChannelContract<String, Containers.ToServer, Containers.ToClient> CONTRACT = ChannelContract
            .builder("com.acme.Containers", new ContainersCodec())
            .path("/ws/containers")
            .fingerprint("e930542b88ab5289")
            .toServer(
                    WireMessage.of("holders", HOLDERS_FIELDS))
            .toClient(
                    WireMessage.of("holders", HOLDERS_FIELDS))
            .build();

    @Override
    public Containers.ToServer readToServer(JsonReader in) {
        Containers.ToServer message = switch (in.type(TO_SERVER_TYPES)) {
            case 0 -> readHolders(in);
            default -> throw in.unknownType();
        };
        in.end();
        return message;
    }

    @Override
    public Containers.ToClient readToClient(JsonReader in) {
        Containers.ToClient message = switch (in.type(TO_CLIENT_TYPES)) {
            case 0 -> readHolders(in);
            default -> throw in.unknownType();
        };
        in.end();
        return message;
    }

    @Override
    public void writeToServer(JsonWriter out, Containers.ToServer message) {
        if (message instanceof Containers.Holders holders) {
            writeHolders(out.type(HOLDERS_TYPE), holders);
            return;
        }
        throw new AssertionError("Unknown type: " + message.getClass());
    }

    @Override
    public void writeToClient(JsonWriter out, Containers.ToClient message) {
        if (message instanceof Containers.Holders holders) {
            writeHolders(out.type(HOLDERS_TYPE), holders);
            return;
        }
        throw new AssertionError("Unknown type: " + message.getClass());
    }

    @Override
    public String typeOfToServer(Containers.ToServer message) {
        if (message instanceof Containers.Holders) {
            return "holders";
        }
        throw new AssertionError("Unknown type: " + message.getClass());
    }

    @Override
    public String typeOfToClient(Containers.ToClient message) {
        if (message instanceof Containers.Holders) {
            return "holders";
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

    private static Containers.Holders readHolders(JsonReader in) {
        List<Containers.Holders.Line> lines = null;
        Set<Containers.Kind> kinds = null;
        Map<String, Integer> scores = null;
        List<List<String>> rows = null;
        Map<String, List<Containers.Holders.Line>> byName = null;
        List<Long> gaps = null;
        List<Containers.Holders.Line> maybe = null;
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
        return new Containers.Holders(lines, kinds, scores, rows, byName, gaps, maybe, ids, raw, raws);
    }

    private static List<Containers.Holders.Line> readHoldersLines(JsonReader in) {
        if (!in.beginArray()) {
            return null;
        }
        List<Containers.Holders.Line> items = new ArrayList<>();
        while (in.nextElement()) {
            items.add(in.beginObject() ? readHoldersLine(in) : null);
        }
        return Collections.unmodifiableList(items);
    }

    private static Set<Containers.Kind> readHoldersKinds(JsonReader in) {
        if (!in.beginArray()) {
            return null;
        }
        Set<Containers.Kind> items = new LinkedHashSet<>();
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

    private static Map<String, List<Containers.Holders.Line>> readHoldersByName(JsonReader in) {
        if (!in.beginObject()) {
            return null;
        }
        Map<String, List<Containers.Holders.Line>> entries = new LinkedHashMap<>();
        for (String key = in.nextKey(); key != null; key = in.nextKey()) {
            if (entries.containsKey(key)) {
                in.repeatedKey();
            }
            entries.put(key, readHoldersByNameItem(in));
        }
        return Collections.unmodifiableMap(entries);
    }

    private static List<Containers.Holders.Line> readHoldersByNameItem(JsonReader in) {
        if (!in.beginArray()) {
            return null;
        }
        List<Containers.Holders.Line> items = new ArrayList<>();
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

    private static List<Containers.Holders.Line> readHoldersMaybe(JsonReader in) {
        if (!in.beginArray()) {
            return null;
        }
        List<Containers.Holders.Line> items = new ArrayList<>();
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

    private static boolean isInvalidHolders(List<Containers.Holders.Line> lines,
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

    private static void checkHolders(Violations out, long sound,
            List<Containers.Holders.Line> lines, Map<String, Integer> scores,
            List<List<String>> rows) {
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

    private static void writeHolders(JsonWriter out, Containers.Holders value) {
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

    private static void writeHoldersLines(JsonWriter out, List<Containers.Holders.Line> items) {
        out.beginArray(items);
        for (Containers.Holders.Line item : items) {
            out.element();
            out.beginObject(item);
            writeHoldersLine(out, item);
            out.endObject();
        }
        out.endArray();
    }

    private static void writeHoldersKinds(JsonWriter out, Set<Containers.Kind> items) {
        out.beginArray(items);
        for (Containers.Kind item : items) {
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
            Map<String, List<Containers.Holders.Line>> entries) {
        out.beginObject(entries);
        for (Map.Entry<String, List<Containers.Holders.Line>> entry : entries.entrySet()) {
            out.key(entry.getKey());
            List<Containers.Holders.Line> item = entry.getValue();
            writeHoldersByNameItem(out, item);
        }
        out.endObject();
    }

    private static void writeHoldersByNameItem(JsonWriter out,
            List<Containers.Holders.Line> items) {
        out.beginArray(items);
        for (Containers.Holders.Line item : items) {
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

    private static void writeHoldersMaybe(JsonWriter out, List<Containers.Holders.Line> items) {
        out.beginArray(items);
        for (Containers.Holders.Line item : items) {
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

    private static Containers.Holders.Line readHoldersLine(JsonReader in) {
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
        return new Containers.Holders.Line(article, price);
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

    private static void writeHoldersLine(JsonWriter out, Containers.Holders.Line value) {
        out.name(HOLDERS_LINE_ARTICLE).value(value.article());
        out.name(HOLDERS_LINE_PRICE).value(value.price());
    }
}
