package dev.strait.runtime.spi.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.strait.runtime.json.FrameException;
import dev.strait.runtime.json.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The categories of the public JSON parsing corpora: JSON that parsers must accept, must reject, or may accept. The cases are
 * our own. Each is the value of an unknown field, read as text and as bytes.
 */
class JsonGrammarTest {

    private static String errorCode(String json) {
        return String.valueOf(Frames.errorCode("{\"x\":" + json + "}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[ ]",
                "[[] ]",
                "[\"\"]",
                "[\"a\"]",
                "[false]",
                "[null, 1, \"1\", {}]",
                "[null]",
                "[1\n]",
                " [1]",
                "[1,null,null,null,2]",
                "[2] ",
                "0",
                "-0",
                "-1",
                "-123",
                "123.456789",
                "[123e65]",
                "[0e+1]",
                "[0e1]",
                "[ 4]",
                "[-0.000000000000000000000000000000000000000001]",
                "[20e1]",
                "[1E22]",
                "[1E-2]",
                "[1E+2]",
                "[123e45]",
                "[123.456e78]",
                "[1e-2]",
                "[1e+2]",
                "{}",
                "{\"\":0}",
                "{\"a\":[]}",
                "{\"foo\\u0000bar\": 42}",
                "{\"min\": -1.0e+28, \"max\": 1.0e+28}",
                "{\"a\":[{\"id\": \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"}], \"id\": \"x\"}",
                "{\"title\":\"\\u041f\\u043e\\u043b\" }",
                "{\n\"a\": \"b\"\n}",
                "\"\\u0060\\u012a\\u12AB\"",
                "\"\\uD801\\udc37\"",
                "\"\\ud83d\\ude39\\ud83d\\udc8d\"",
                "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
                "\"\\\\u0000\"",
                "\"\\\"\"",
                "\"a/*b*/c/*d//e\"",
                "\"\\\\a\"",
                "\"\\\\n\"",
                "\"\\u0012\"",
                "\"\\uFFFF\"",
                "\"asd\"",
                "\"\uDBFF\uDFFF\"",
                "\"new\\u00A0line\"",
                "\"\uFFFF\"",
                "\"\\u0000\"",
                "\"\\u002c\"",
                "\"π\"",
                "\"asd \"",
                "\" \"",
                "\"\\uD834\\uDd1e\"",
                "\"\\u0821\"",
                "\"\\u0123\"",
                "\"\u2028\"",
                "\"\u2029\"",
                "\"\\u0061\\u30af\\u30EA\\u30b9\"",
                "\"new\\u000Aline\"",
                "\"\u007f\"",
                "\"\\uA66D\"",
                "\"\\u005C\"",
                "\"⍂㈴⍂\"",
                "\"\\u200B\"",
                "\"\\u2064\"",
                "\"\\uFDD0\"",
                "\"\\uFFFE\"",
                "\"\\u0022\"",
                "\"€\uD834\uDD1E\"",
                "\"aa\"",
                "true",
                "false",
                "null",
                "\"\"",
                "[true]",
                "\t\r\n 1 \t\r\n"
            })
    void validJsonIsAccepted(String json) {
        assertThat(errorCode(json)).isEqualTo("null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1 true]",
                "[a\u00e5]",
                "[\"\": 1]",
                "[\"\"],",
                "[,1]",
                "[1,,2]",
                "[\"x\",,]",
                "[\"x\"]]",
                "[\"\",]",
                "[\"x\"",
                "[x",
                "[3[4]]",
                "[1:2]",
                "[,]",
                "[-]",
                "[   , \"\"]",
                "[\"a\",\n4\n,1,",
                "[1,]",
                "[1,,]",
                "[\"\u000ba\"\\f]",
                "[*]",
                "[\"\"",
                "[1,",
                "[1,\n1\n,1",
                "[{}",
                "[fals]",
                "[nul]",
                "[tru]",
                "[++1234]",
                "[+1]",
                "[+Inf]",
                "[-01]",
                "[-1.0.]",
                "[-2.]",
                "[-NaN]",
                "[.-1]",
                "[.2e-3]",
                "[0.1.2]",
                "[0.3e+]",
                "[0.3e]",
                "[0.e1]",
                "[0E+]",
                "[0E]",
                "[0e+]",
                "[0e]",
                "[1.0e+]",
                "[1.0e-]",
                "[1.0e]",
                "[1 000.0]",
                "[1eE2]",
                "[2.e+3]",
                "[2.e-3]",
                "[2.e3]",
                "[9.e+]",
                "[Inf]",
                "[NaN]",
                "[\uff11]",
                "[1+2]",
                "[0x1]",
                "[0x42]",
                "[Infinity]",
                "[0e+-1]",
                "[-123.123foo]",
                "[-Infinity]",
                "[-foo]",
                "[- 1]",
                "[-012]",
                "[-.123]",
                "[-1x]",
                "[1ea]",
                "[1.]",
                "[.123]",
                "[1.2a-3]",
                "[1.8011670033376514H-308]",
                "[012]",
                "[\"x\", truth]",
                "{[: \"x\"}",
                "{\"x\", null}",
                "{\"x\"::\"b\"}",
                "{\uD83C\uDDE8}",
                "{\"a\":\"a\" 123}",
                "{key: 'value'}",
                "{\"a\" b}",
                "{:\"b\"}",
                "{\"a\" \"b\"}",
                "{\"a\":",
                "{\"a\"",
                "{1:1}",
                "{9999E9999:1}",
                "{null:null,null:null}",
                "{\"id\":0,,,,,}",
                "{'a':0}",
                "{\"id\":0,}",
                "{\"a\":\"b\"}/**/",
                "{\"a\":\"b\"}/**//",
                "{\"a\":\"b\"}//",
                "{\"a\":\"b\",,\"c\":\"d\"}",
                "{a: \"b\"}",
                "{\"a\":\"a",
                "{ \"foo\" : \"bar\", \"a\" }",
                "{\"a\":\"b\"}#",
                " ",
                "[\"\\uD800\\\"]",
                "[\"\\uD800\\u\"]",
                "[\"\\uD800\\u1\"]",
                "[\"\\uD800\\u1x\"]",
                "[\u00e9]",
                "[\"\\\u0000\"]",
                "[\"\\\\\\\"]",
                "[\"\\\t\"]",
                "[\"\\\uD83C\uDF00\"]",
                "[\"\\\"]",
                "[\"\\u00A\"]",
                "[\"\\uD834\\uDd\"]",
                "[\"\\uD800\\uD800\\x\"]",
                "[\"\\a\"]",
                "[\"\\uqqqq\"]",
                "[\\u0020\"asd\"]",
                "[\\n]",
                "\"",
                "['single quote']",
                "abc",
                "[\"\\",
                "[\"new\nline\"]",
                "[\"\t\"]",
                "\"\\UA66D\"",
                "[\u2060]",
                "<.>",
                "[<null>]",
                "[1]x",
                "[1]]",
                "[\"asd]",
                "a\u00e5",
                "[True]",
                "1]",
                "{\"x\": true,",
                "[][]",
                "]",
                "\u2060",
                "{\"a\":/*comment*/\"b\"}",
                "{\"a\": true} \"x\"",
                "['",
                "[\"a",
                "[\"a\"",
                "{",
                "{]",
                "{,",
                "{[",
                "{\"a",
                "{'a'",
                "[\"\\{[\"\\{[\"\\{[\"\\{",
                "\u00e9",
                "*",
                "{\"a\":\"b\"}#{}",
                "[\\u000A\"\"]",
                "[1",
                "[ false, nul",
                "[ true, fals",
                "[ false, tru",
                "{\"asd\":\"asd\"",
                "[\u000c]",
                "\u000b1",
                "\u00a01",
                "\ufeff1",
                "nul",
                "truee",
                "TRUE",
                "undefined"
            })
    void malformedJsonIsRejected(String json) {
        assertThat(errorCode(json)).isEqualTo("malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e400",
                "-1e400",
                "123123e100000",
                "0.4e00669999999999999999999999999999999999999999999999999999999999999999999969999999006",
                "1.5e+9999",
                "-123123123123123123123123123123",
                "1e-999999999",
                "100000000000000000000"
            })
    void hugeNumbersAreAcceptedInUnknownFields(String json) {
        assertThat(errorCode(json)).isEqualTo("null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\uDADA\"",
                "\"\\uD888\\u1234\"",
                "\"\\uD800\\n\"",
                "\"\\uDd1ea\"",
                "\"\\uD800\\uD800\\n\"",
                "\"\\ud800\"",
                "\"\\ud800abc\"",
                "\"\\uDd1e\\uD834\"",
                "\"\\uDFAA\"",
                "{\"\\uDFAA\":0}"
            })
    void unpairedSurrogatesAreRejected(String json) {
        assertThat(errorCode(json)).isEqualTo("malformed");
    }

    @Test
    void duplicateNamesAreViolations() {
        assertThat(errorCode("{\"a\":\"b\",\"a\":\"c\"}")).isEqualTo("invalid");
        assertThat(errorCode("{\"a\":\"b\",\"\\u0061\":\"b\"}")).isEqualTo("invalid");
        assertThat(errorCode("{\"ä\":1,\"\\u00e4\":2}")).isEqualTo("invalid");
        assertThat(errorCode("{\"a\":1,\"b\":{\"a\":2},\"c\":[{\"a\":3},{\"a\":4}]}"))
                .isEqualTo("null");
    }

    @Test
    void aDuplicateAmongManyNamesIsDetected() {
        StringBuilder names = new StringBuilder("{");
        for (int i = 0; i < 2000; i++) {
            names.append("\"name").append(i).append("\":").append(i).append(',');
        }
        assertThat(errorCode(names + "\"last\":0}")).isEqualTo("null");
        assertThat(errorCode(names + "\"name7\":0}")).isEqualTo("invalid");
        assertThat(Frames.errorCode(names + "\"last\":0}")).isNull();
        assertThat(Frames.errorCode(names + "\"name7\":0}")).isEqualTo("invalid");
    }

    @Test
    void aFrameIsExactlyOneObject() {
        for (String frame : new String[] {
            "",
            " ",
            "1",
            "\"a\"",
            "true",
            "null",
            "[]",
            "[{}]",
            "{}{}",
            "{} x",
            "{},",
            "\ufeff{}",
            "{}\u0000",
            "\u0000{}",
            "}",
            "{",
            "{\"",
            "{\"a",
            "{\"a\"",
            "{\"a\":",
            "{\"a\":1",
            "{\"a\":1,",
            "{,}"
        }) {
            assertThat(Frames.errorCode(frame)).as(frame).isEqualTo("malformed");
        }
        for (String frame : new String[] {"{}", " {} ", "{ }", "\r\n{\t}\n", "{\"a\":1}", "{\"$other\":1}"}) {
            assertThat(Frames.errorCode(frame)).as(frame).isNull();
        }
    }

    @Test
    void limitsAreExact() {
        assertThat(errorCode("[".repeat(31) + "]".repeat(31))).isEqualTo("null");
        assertThat(errorCode("[".repeat(32) + "]".repeat(32))).isEqualTo("invalid");
        assertThat(errorCode("{\"a\":".repeat(31) + "1" + "}".repeat(31))).isEqualTo("null");
        assertThat(errorCode("{\"a\":".repeat(32) + "1" + "}".repeat(32))).isEqualTo("invalid");
        assertThat(errorCode("[".repeat(100_000))).isEqualTo("invalid");
        assertThat(Frames.errorCode("{\"" + "k".repeat(256) + "\":1}")).isNull();
        assertThat(Frames.errorCode("{\"" + "k".repeat(257) + "\":1}")).isEqualTo("invalid");
        // The limit applies to decoded characters.
        assertThat(Frames.errorCode("{\"" + "中".repeat(256) + "\":1}")).isNull();
        assertThat(Frames.errorCode("{\"" + "\\u0061".repeat(256) + "\":1}")).isNull();
        assertThat(Frames.errorCode("{\"" + "\\u0061".repeat(257) + "\":1}")).isEqualTo("invalid");
        assertThat(errorCode("1" + "0".repeat(99))).isEqualTo("null");
        assertThat(errorCode("1" + "0".repeat(100))).isEqualTo("invalid");
        // The frame, its name and its array count towards the limit of 4,096.
        assertThat(errorCode("[" + "1,".repeat(4092) + "1]")).isEqualTo("null");
        assertThat(errorCode("[" + "1,".repeat(4093) + "1]")).isEqualTo("invalid");
    }

    @Test
    void aFrameThatExceedsALimitNamesThePlace() {
        assertThat(limit("{\"a\":[0,{\"b\":" + "[".repeat(40) + "]".repeat(40) + "}]}"))
                .isEqualTo("/a/1/b" + "/0".repeat(29) + " must not have more than 32 nested objects and arrays");
        assertThat(limit("{\"a\":{\"n\":[1," + "1".repeat(101) + "]}}"))
                .isEqualTo("/a/n/1 must not have more than 100 characters in a number");
        assertThat(limit("{\"a\":{\"" + "k".repeat(257) + "\":1}}")).startsWith("/a/kkk");
    }

    private static String limit(String frame) {
        FrameException refused = catchThrowableOfType(FrameException.class, () -> {
            JsonReader in = JsonReader.of(frame);
            in.controlType();
            in.anyOrder(FieldNames.of(), 0);
        });
        Violation violation = refused.violations().get(0);
        assertThat(violation.rule()).isEqualTo("limit");
        return violation.path() + " " + violation.message();
    }
}
