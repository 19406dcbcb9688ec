package dev.strait.runtime.spi.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.strait.runtime.json.FrameException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reads frames like generated code does: fields in any order, the type at any position, truncated frames. */
class JsonReaderTest {

    private static final TypeNames TYPES = TypeNames.of("point", "line");
    private static final FieldNames FIELDS =
            FieldNames.of("x", "label", "anExtraordinarilyLongName").aliases(1, "old");
    private static final JsonConstant X = JsonConstant.name("x");
    private static final JsonConstant LABEL = JsonConstant.name("label");
    private static final JsonConstant LONG = JsonConstant.name("anExtraordinarilyLongName");

    private static final String FRAME =
            "{\"type\":\"point\",\"x\":12345,\"label\":\"some text\",\"anExtraordinarilyLongName\":true}";

    private static String read(JsonReader in) {
        int type = in.type(TYPES);
        long x = 0;
        String label = null;
        boolean last = false;
        long seen = 0;
        if (in.first(X)) {
            x = in.longValue();
            seen |= 1;
        }
        if (in.expect(LABEL)) {
            label = in.string();
            seen |= 2;
        }
        if (in.expect(LONG)) {
            last = in.booleanValue();
            seen |= 4;
        }
        boolean isInOrder = in.endObject(3);
        int field = isInOrder ? FieldNames.END : in.anyOrder(FIELDS, seen);
        for (; field != FieldNames.END; field = in.next(FIELDS, field + 1)) {
            seen = in.once(seen, field);
            switch (field) {
                case 0 -> x = in.longValue();
                case 1 -> label = in.string();
                default -> last = in.booleanValue();
            }
        }
        in.require(FIELDS, seen, 7);
        in.end();
        return type + " " + x + " " + label + " " + last + (isInOrder ? " in order" : "");
    }

    @Test
    void framesInTheUsualLayoutAreReadInOrder() {
        assertThat(read(JsonReader.of(FRAME))).isEqualTo("0 12345 some text true in order");
        assertThat(read(JsonReader.of(FRAME.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("0 12345 some text true in order");
    }

    @Test
    void otherOrdersAndWhiteSpaceGiveTheSameResult() {
        for (String frame : List.of(
                "{\"anExtraordinarilyLongName\":true,\"label\":\"some text\",\"x\":12345,\"type\":\"point\"}",
                "{\"x\":12345,\"type\":\"point\",\"label\":\"some text\",\"anExtraordinarilyLongName\":true}",
                " { \"type\" : \"point\" , \"x\" : 12345 , \"label\" : \"some text\" , \"anExtraordinarilyLongName\" : true } ",
                "{\"type\":\"point\" ,\"x\":12345,\"label\":\"some text\",\"anExtraordinarilyLongName\":true}",
                "{\"type\":\"point\", \"x\": 12345, \"label\": \"some text\", \"anExtraordinarilyLongName\": true}",
                "{\"type\":\"point\",\"x\":12345,\"old\":\"some text\",\"anExtraordinarilyLongName\":true}",
                "{\"t\\u0079pe\":\"po\\u0069nt\",\"\\u0078\":12345,\"label\":\"some text\",\"anExtraordinarilyLongName\":true}",
                "{\"type\":\"point\",\"n\":null,\"x\":12345,\"o\":{\"x\":1},\"label\":\"some text\",\"a\":[1],\"anExtraordinarilyLongName\":true,\"z\":0}",
                "{\"type\":\"point\",\"$id\":7,\"x\":12345,\"label\":\"some text\",\"anExtraordinarilyLongName\":true,\"$room\":\"r\"}")) {
            assertThat(read(JsonReader.of(frame))).as(frame).isEqualTo("0 12345 some text true");
            assertThat(read(JsonReader.of(frame.getBytes(StandardCharsets.UTF_8))))
                    .isEqualTo("0 12345 some text true");
        }
    }

    @Test
    void namesThatAreNotPlainAreFound() {
        FieldNames names = FieldNames.of("größe", "名", "ok?", "plain");
        for (String frame : List.of(
                "{\"größe\":1,\"名\":2,\"ok?\":3,\"plain\":4}",
                "{\"gr\\u00f6ße\":1,\"\\u540d\":2,\"ok\\u003f\":3,\"pla\\u0069n\":4}")) {
            for (JsonReader in : List.of(JsonReader.of(frame), JsonReader.of(frame.getBytes(StandardCharsets.UTF_8)))) {
                in.controlType();
                int field = in.anyOrder(names, 0);
                for (int i = 0; i < 4; i++) {
                    assertThat(field).as(frame).isEqualTo(i);
                    assertThat(in.intValue()).isEqualTo(i + 1);
                    field = in.next(names, i % 2 == 0 ? i + 1 : 0);
                }
                assertThat(field).isEqualTo(FieldNames.END);
                in.end();
            }
        }
    }

    @Test
    void truncatedFramesAreMalformed() {
        for (String frame : List.of(FRAME, FRAME.replace(",", " ,\n "))) {
            for (int length = 0; length < frame.length(); length++) {
                String cut = frame.substring(0, length);
                for (JsonReader in : List.of(JsonReader.of(cut), JsonReader.of(cut.getBytes(StandardCharsets.UTF_8)))) {
                    FrameException exception = catchThrowableOfType(FrameException.class, () -> read(in));
                    assertThat(exception.code()).as(cut).isEqualTo("malformed");
                    assertThat(exception.position()).as(cut).isBetween(0, length);
                    assertThat(exception.getMessage()).endsWith(" " + exception.position() + ".");
                    assertThat(exception.getStackTrace()).isEmpty();
                }
            }
        }
    }

    @Test
    void framesWithOneChangedCharacterAreNotReadLikeTheOriginal() {
        for (int at = 0; at < FRAME.length(); at++) {
            List<String> changed = new ArrayList<>(List.of(FRAME.substring(0, at) + FRAME.substring(at + 1)));
            for (String other : new String[] {"\"", ",", ":", "{", "}", "x", "\u0000", "ä", "中"}) {
                changed.add(FRAME.substring(0, at) + other + FRAME.substring(at));
                changed.add(FRAME.substring(0, at) + other + FRAME.substring(at + 1));
            }
            for (String frame : changed) {
                if (!frame.equals(FRAME)) {
                    assertThat(outcome(JsonReader.of(frame)))
                            .as(frame)
                            .isNotEqualTo("0 12345 some text true in order")
                            .isEqualTo(outcome(JsonReader.of(frame.getBytes(StandardCharsets.UTF_8))));
                }
            }
        }
    }

    private static String outcome(JsonReader in) {
        try {
            return read(in);
        } catch (FrameException exception) {
            return exception.code() + exception.violations();
        }
    }

    @Test
    void violationsContainThePathButNotTheValue() {
        assertThat(violations("{\"type\":\"point\",\"x\":\"secret\",\"label\":5,\"x\":1}"))
                .containsExactly("/x type", "/label type", "/x duplicate", "/anExtraordinarilyLongName required");
        assertThat(violations("{\"x\":1}")).containsExactly("/type required");
        assertThat(violations("{\"type\":5,\"x\":1}")).containsExactly("/type type");
        assertThat(
                        violations(
                                "{\"type\":\"point\",\"type\":\"line\",\"x\":1,\"label\":\"l\",\"anExtraordinarilyLongName\":true}"))
                .containsExactly("/type duplicate");
        assertThat(
                        violations(
                                "{\"type\":\"point\",\"x\":1,\"label\":\"l\",\"anExtraordinarilyLongName\":true,\"$id\":[],\"$room\":1}"))
                .containsExactly("/$id type", "/$room type");
        assertThatThrownBy(() -> read(JsonReader.of("{\"type\":\"circle\",\"x\":\"any\"}")))
                .isInstanceOfSatisfying(
                        FrameException.class,
                        exception -> assertThat(exception.code()).isEqualTo("unknown-type"));
    }

    @Test
    void envelopeFieldsAreReadAtAnyPosition() {
        for (String frame : List.of(
                "{\"$id\":7,\"$room\":\"a/b\",\"$re\":\"s1\",\"type\":\"circle\"}",
                "{\"type\":\"circle\",\"$id\":7,\"x\":{\"$id\":8},\"$room\":\"a/b\",\"$re\":\"s1\"}",
                "{\"type\":\"line\",\"x\":1,\"$re\":\"s1\",\"$room\":\"a\\/b\",\"$id\":7}")) {
            JsonReader in = JsonReader.of(frame);
            assertThatThrownBy(() -> read(in)).isInstanceOf(FrameException.class);
            assertThat(in.id()).isEqualTo("7");
            assertThat(in.room()).isEqualTo("a/b");
            assertThat(in.answerTo()).isEqualTo("\"s1\"");
        }
    }

    @Test
    void controlFramesAreRecognizedByTheDollarSign() {
        assertThat(JsonReader.of("{\"type\":\"$join\",\"room\":\"a\"}").controlType())
                .isEqualTo("$join");
        assertThat(JsonReader.of("{\"room\":\"a\",\"type\":\"\\u0024join\"}").controlType())
                .isEqualTo("$join");
        assertThat(JsonReader.of("{\"type\":\"join\"}").controlType()).isNull();
        assertThat(JsonReader.of("{\"type\":\"\\njoin\"}").controlType()).isNull();
        assertThat(JsonReader.of("{}").controlType()).isNull();
    }

    @Test
    void positionsAreConvertedToJsonPointers() {
        String frame = "{ \"a~b\" : [ 1 , {\"c/d\":[[],[true , null ]]} ], \"e\\u0066\":\"x\" }";
        JsonReader in = JsonReader.of(frame);
        assertThat(pointer(in, frame.indexOf("true"))).isEqualTo("/a~0b/1/c~1d/1/0");
        assertThat(pointer(in, frame.indexOf("null"))).isEqualTo("/a~0b/1/c~1d/1/1");
        assertThat(pointer(in, frame.indexOf("\"x\""))).isEqualTo("/ef");
        assertThat(pointer(in, frame.indexOf("[ 1"))).isEqualTo("/a~0b");
        assertThat(pointer(in, ~(frame.indexOf("]}") + 2))).isEqualTo("/a~0b/1");
        assertThat(pointer(in, 0)).isEmpty();
    }

    private static String pointer(JsonInput in, int position) {
        return JsonPointers.of(in, java.util.Set.of(position)).getOrDefault(position, "nowhere");
    }

    private static List<String> violations(String frame) {
        FrameException exception = catchThrowableOfType(FrameException.class, () -> read(JsonReader.of(frame)));
        assertThat(exception.violations())
                .noneMatch(violation -> violation.message().contains("secret"));
        return exception.violations().stream()
                .map(violation -> violation.path() + " " + violation.rule())
                .toList();
    }

    private static final FieldNames ROOM = FieldNames.of("room");

    /** Reads a control frame or a message, like protocols do. */
    private static String readControl(JsonReader in) {
        int control = in.control(TypeNames.of("join", "leave"));
        if (control < 0) {
            return read(in);
        }
        String room = null;
        for (int field = in.anyOrder(ROOM, 0); field != FieldNames.END; field = in.next(ROOM, 0)) {
            room = in.string();
        }
        in.end();
        return control + " " + room;
    }

    @Test
    void controlFramesAreRecognizedByATypeAtAnyPosition() {
        for (String frame : List.of(
                "{\"type\":\"leave\",\"room\":\"red\"}",
                "{\"room\":\"red\",\"type\":\"leave\"}",
                " { \"x\" : [1] , \"type\" : \"le\\u0061ve\" , \"room\" : \"red\" } ")) {
            assertThat(readControl(JsonReader.of(frame))).isEqualTo("1 red");
            assertThat(readControl(JsonReader.of(frame.getBytes(StandardCharsets.UTF_8))))
                    .isEqualTo("1 red");
        }
        assertThat(readControl(JsonReader.of(FRAME))).isEqualTo(read(JsonReader.of(FRAME)));
        assertThatThrownBy(() -> readControl(JsonReader.of("{\"type\":7}"))).isInstanceOf(FrameException.class);
        assertThatThrownBy(() -> readControl(JsonReader.of("{\"type\":\"leave\"")))
                .isInstanceOf(FrameException.class);
    }

    @Test
    void fieldsAreDetectedBeforeReading() {
        JsonReader in = JsonReader.of(FRAME);
        assertThat(in.has("label")).isTrue();
        assertThat(in.has("lab")).isFalse();
        assertThat(read(in)).isEqualTo(read(JsonReader.of(FRAME)));
        assertThat(JsonReader.of("{\"a\":{\"label\":1}}").has("label")).isFalse();
        assertThatThrownBy(() -> JsonReader.of("[1]").has("label")).isInstanceOf(FrameException.class);
    }

    @Test
    void validJsonOfAnyKindIsDetected() {
        for (String json : List.of("[1,{\"a\":null}]", "\"text\"", " 7 ", "true", "{}", FRAME)) {
            assertThat(JsonReader.of(json).isJson()).as(json).isTrue();
            assertThat(JsonReader.of(json.getBytes(StandardCharsets.UTF_8)).isJson())
                    .as(json)
                    .isTrue();
        }
        for (String text : List.of("", "hello", "{\"a\":", "{} {}", "[1,]", "tru", "7x")) {
            assertThat(JsonReader.of(text).isJson()).as(text).isFalse();
        }
        JsonReader array = JsonReader.of("[1]");
        assertThatThrownBy(() -> read(array)).isInstanceOf(FrameException.class);
        assertThat(array.isJson()).isTrue();
    }
}
