package dev.strait.runtime.spi.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.runtime.json.FrameException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Strings are read and written at every alignment; malformed ones are rejected with their position. */
class StringsTest {

    private static final String[] PIECES = {
        "a", "?", "\"", "\\", "/", "\n", "\u0000", "\u001f", "\u007f", "\u0080", "ä", "ÿ", "Ā", "中", "\uffff", "😀",
        "\u2028"
    };

    private final Random random = new Random(2);

    @Test
    void writtenTextsAreReadBackUnchanged() {
        for (int round = 0; round < 40_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(30); i > 0; i--) {
                text.append(random.nextInt(3) == 0 ? PIECES[random.nextInt(PIECES.length)] : "x");
            }
            String written = write(text.toString());
            assertThat(written).isEqualTo(new String(writeUtf8(text.toString()), StandardCharsets.UTF_8));
            assertThat(read(written)).isEqualTo(text.toString());
        }
    }

    @Test
    void everyCharIsReadRawAndEscapedAtEveryAlignment() {
        for (int unit = 0; unit <= 0xffff; unit++) {
            if (!Character.isSurrogate((char) unit)) {
                String before = "abcdefgh".substring(0, unit % 9);
                String expected = before + (char) unit;
                assertThat(read(String.format("\"%s\\u%04x\"", before, unit))).isEqualTo(expected);
                if (unit >= ' ' && unit != '"' && unit != '\\') {
                    assertThat(read('"' + expected + '"')).isEqualTo(expected);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\ud800\"",
                "\"\\udc00\"",
                "\"\\ud800x\"",
                "\"\\ud800\\n\"",
                "\"\\ud800\\ud800\"",
                "\"\\udc00\\ud800\"",
                "\"\\u12\"",
                "\"\\u12g4\"",
                "\"\\U1234\"",
                "\"\\x41\"",
                "\"\\'\"",
                "\"\\",
                "\"\\u",
                "\"\\ud83d\\u\"",
                "\"\\ud83d\\ude0\"",
                "\"a\nb\"",
                "\"\t\"",
                "\"",
                "\"abcdefg",
                "\"abcdefgh",
                "\"abcdefghi",
                "'a'",
                "\"\u0000\""
            })
    void invalidStringsAreMalformed(String json) {
        assertThat(Frames.errorCode("{\"v\":" + json + "}")).isEqualTo("malformed");
    }

    @Test
    void unpairedSurrogatesAreMalformed() {
        for (String text : new String[] {"\ud800", "\udc00", "a\ud800b", "\udc00\ud800", "😀\ud83d", "中\ude00中"}) {
            assertThat(Frames.errorCode(JsonReader.of("{\"v\":\"" + text + "\"}")))
                    .isEqualTo("malformed");
            assertThat(Frames.errorCode(JsonReader.of("{\"" + text + "\":1}"))).isEqualTo("malformed");
        }
    }

    @Test
    void unpairedSurrogatesAreEscaped() {
        assertThat(write("a\ud800b")).isEqualTo("\"a\\ud800b\"");
        assertThat(write("\udc00中")).isEqualTo("\"\\udc00中\"");
        assertThat(new String(writeUtf8("中\ud800"), StandardCharsets.UTF_8)).isEqualTo("\"中\\ud800\"");
    }

    @Test
    void malformedUtf8IsRejectedInStringsNamesAndSkippedValues() {
        byte[][] malformed = {
            {(byte) 0x80},
            {(byte) 0xc0, (byte) 0xaf},
            {(byte) 0xc2},
            {(byte) 0xe0, (byte) 0x80, (byte) 0x80},
            {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
            {(byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
            {(byte) 0xf5, (byte) 0x80, (byte) 0x80, (byte) 0x80},
            {(byte) 0xff},
            {(byte) 0xe4, (byte) 0xb8}
        };
        for (byte[] sequence : malformed) {
            for (String frame : new String[] {"{\"v\":\"#\"}", "{\"#\":1}", "{\"x\":[\"abcdefghij#k\"]}"}) {
                byte[] bytes = insert(frame, sequence);
                assertThatThrownBy(() -> {
                            JsonReader in = JsonReader.of(bytes);
                            in.controlType();
                            in.anyOrder(FieldNames.of(), 0);
                        })
                        .isInstanceOfSatisfying(FrameException.class, exception -> {
                            assertThat(exception.code()).isEqualTo("malformed");
                            assertThat(exception.position()).isEqualTo(frame.indexOf('#'));
                            assertThat(exception)
                                    .hasMessage("The frame is not valid UTF-8, at byte " + frame.indexOf('#') + ".");
                        });
            }
        }
    }

    private static byte[] insert(String frame, byte[] sequence) {
        byte[] before = frame.substring(0, frame.indexOf('#')).getBytes(StandardCharsets.UTF_8);
        byte[] after = frame.substring(frame.indexOf('#') + 1).getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[before.length + sequence.length + after.length];
        System.arraycopy(before, 0, all, 0, before.length);
        System.arraycopy(sequence, 0, all, before.length, sequence.length);
        System.arraycopy(after, 0, all, before.length + sequence.length, after.length);
        return all;
    }

    private static String read(String json) {
        return Frames.<String>both(json, JsonReader::string);
    }

    private static String write(String text) {
        try (JsonWriter out = JsonWriter.ofText()) {
            out.value(text);
            return out.finish();
        }
    }

    private static byte[] writeUtf8(String text) {
        try (JsonWriter out = JsonWriter.ofUtf8()) {
            out.value(text);
            return out.finishUtf8();
        }
    }
}
