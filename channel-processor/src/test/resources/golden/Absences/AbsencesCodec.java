package com.acme;

import dev.strait.runtime.spi.ChannelContract;
import dev.strait.runtime.spi.WireMessage;
import dev.strait.runtime.spi.codec.ChannelCodec;
import dev.strait.runtime.spi.codec.EnumNames;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import javax.annotation.processing.Generated;

/**
 * Decodes and encodes the messages of {@link Absences} as JSON.
 *
 * <p>Optional, nullable and default components.
 *
 * <p>A decoded message satisfies all constraints; an invalid one is refused with all its violations. Stateless.
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class AbsencesCodec implements ChannelCodec<String, Absences.ToServer, Void> {
    private static final TypeNames TO_SERVER_TYPES = TypeNames.of("absent");

    private static final JsonConstant ABSENT_TYPE = JsonConstant.type("absent");

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

    private static final EnumNames<Absences.Kind> KIND_NAMES = EnumNames.of(Absences.Kind.values());

    static final ChannelContract<String, Absences.ToServer, Void> CONTRACT = ChannelContract
            .builder("com.acme.Absences", new AbsencesCodec())
            .path("/ws/absences")
            .fingerprint("f8b5e112e3e48f57")
            .toServer(
                    WireMessage.of("absent", ABSENT_FIELDS))
            .build();

    @Override
    public Absences.ToServer readToServer(JsonReader in) {
        Absences.ToServer message = switch (in.type(TO_SERVER_TYPES)) {
            case 0 -> readAbsent(in);
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
    public void writeToServer(JsonWriter out, Absences.ToServer message) {
        if (message instanceof Absences.Absent absent) {
            writeAbsent(out.type(ABSENT_TYPE), absent);
            return;
        }
        throw new AssertionError("Unknown type: " + message.getClass());
    }

    @Override
    public void writeToClient(JsonWriter out, Void message) {
        throw new AssertionError("The contract declares no such message");
    }

    @Override
    public String typeOfToServer(Absences.ToServer message) {
        if (message instanceof Absences.Absent) {
            return "absent";
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

    private static Absences.Absent readAbsent(JsonReader in) {
        Optional<String> text = Optional.empty();
        OptionalInt number = OptionalInt.empty();
        OptionalLong large = OptionalLong.empty();
        OptionalDouble exact = OptionalDouble.empty();
        String note = null;
        List<String> notes = null;
        int count = 7;
        Absences.Kind kind = Absences.Kind.FISH;
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
            kind = in.isNull() ? Absences.Kind.FISH : in.constant(KIND_NAMES);
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
                case 7 -> kind = in.isNull() ? Absences.Kind.FISH : in.constant(KIND_NAMES);
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
        return new Absences.Absent(text, number, large, exact, note, notes, count, kind, reason);
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

    private static void writeAbsent(JsonWriter out, Absences.Absent value) {
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
        } else {
            out.name(ABSENT_NOTE).nullValue();
        }
        List<String> notes = value.notes();
        if (notes != null) {
            out.name(ABSENT_NOTES);
            writeAbsentNotes(out, notes);
        } else {
            out.name(ABSENT_NOTES).nullValue();
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
}
