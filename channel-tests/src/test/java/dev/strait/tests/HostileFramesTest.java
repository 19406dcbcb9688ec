package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.strait.runtime.json.FrameException;
import dev.strait.runtime.json.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Malicious frames, found by reviews and fuzzing. Each was a bug. */
class HostileFramesTest {

    private final Zoo_CageCodec codec = new Zoo_CageCodec();
    private final OddityCodec oddity = new OddityCodec();

    private FrameException failure(String frame) {
        FrameException fromText = catchThrowableOfType(FrameException.class, () -> codec.decodeToServer(frame));
        FrameException fromBytes = catchThrowableOfType(
                FrameException.class, () -> codec.decodeToServer(frame.getBytes(StandardCharsets.UTF_8)));
        assertThat(fromText.code()).isEqualTo(fromBytes.code());
        assertThat(fromText.violations()).isEqualTo(fromBytes.violations());
        return fromText;
    }

    private List<String> violations(String frame) {
        return failure(frame).violations().stream()
                .map(violation -> violation.path() + " " + violation.rule())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"lines\",\"lines\":[{,\"number\":1}]}",
                "{\"type\":\"range:set\",,\"to\":2,\"from\":1}",
                "{,\"type\":\"range:set\",\"from\":1,\"to\":2}",
                "{\"type\":\"holders\",\"lines\":[{,\"price\":1,\"sku\":\"a\"}]}",
                "{\"type\":\"range:set\"\"from\":1,\"to\":2}",
                "{\"type\":\"range:set\"{\"from\":1,\"to\":2}",
                "{\"type\":\"range:set\",\"from\":1{\"to\":2}"
            })
    void missingAndExtraCommasAreMalformed(String frame) {
        assertThat(failure(frame).code()).isEqualTo("malformed");
    }

    @Test
    void aLeadingCommaIsMalformedIfTheContractHasOneMessage() {
        assertThat(catchThrowableOfType(FrameException.class, () -> oddity.decodeToServer("{,\"b\":1,\"a\":2}"))
                        .code())
                .isEqualTo("malformed");
        assertThat(oddity.decodeToServer("{\"b\":1,\"a\":2}")).isNotNull();
    }

    @Test
    void rereadingNamesDoesNotCountThemTwice() {
        StringBuilder frame = new StringBuilder("{\"type\":\"lines\",\"zz\":[1" + ",1".repeat(2499) + "]");
        for (int i = 0; i < 200; i++) {
            frame.append(",\"u").append(i).append("\":").append(i);
        }
        frame.append(",\"lines\":[]}");
        assertThat(codec.decodeToServer(frame.toString())).isEqualTo(new Zoo.Cage.Lines(List.of()));
    }

    @Test
    void absentFieldsAreNotCounted() {
        String frame = "{\"type\":\"sparses\",\"items\":[{}" + ",{}".repeat(1999) + "]}";
        assertThat(codec.decodeToServer(frame)).isInstanceOf(Zoo.Cage.Sparses.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999", "[{\"a\":1e2147483647}]", "1e10001", "[1e-10001]"})
    void hugeExponentsInRawJsonAreInvalid(String raw) {
        assertThat(violations("{\"type\":\"raw\",\"name\":\"n\",\"raw\":" + raw + ",\"tags\":[],\"loop\":\"\"}"))
                .containsExactly("/raw type");
    }

    @Test
    void violationsAreLimitedInNumberAndLength() {
        StringBuilder frame = new StringBuilder("{\"type\":\"lines\",\"lines\":[]");
        String closingBraces = "";
        for (int i = 0; i < 30; i++) {
            frame.append(i == 0 ? "," : "").append('"').append("n".repeat(250)).append("\":{");
            closingBraces += "}";
        }
        frame.append("\"a\":1")
                .append(",\"a\":1".repeat(100))
                .append(closingBraces)
                .append('}');
        List<Violation> violations = failure(frame.toString()).violations();
        assertThat(violations)
                .hasSize(100)
                .allMatch(violation -> violation.path().length() < 300);
    }

    @Test
    void aPatternThatOverflowsTheStackIsAViolation() {
        assertThat(violations("{\"type\":\"raw\",\"name\":\"n\",\"raw\":1,\"tags\":[],\"loop\":\"" + "ab".repeat(8000)
                        + "\"}"))
                .containsExactly("/loop pattern");
    }

    @Test
    void aSetHasFewElementsOfOneHashCode() {
        StringBuilder frame = new StringBuilder("{\"type\":\"deep\",\"maps\":{},\"gaps\":[],\"set\":[");
        for (int i = 0; i < 1 << 8; i++) {
            frame.append(i == 0 ? "" : ",").append("{\"price\":1,\"sku\":\"");
            for (int bit = 0; bit < 8; bit++) {
                frame.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            frame.append("\"}");
        }
        assertThat(violations(frame + "]}")).containsExactly("/set limit");
    }

    @Test
    void violationsInASetHaveThePathOfTheSet() {
        assertThat(violations(
                        "{\"type\":\"raw\",\"name\":\"n\",\"raw\":1,\"tags\":[\"a\",\"a\",\"bbbb\"],\"loop\":\"\"}"))
                .containsExactly("/tags size");
    }

    @Test
    void violationsHaveTheMessageOfTheConstraint() {
        FrameException failure = failure("{\"type\":\"essay\",\"text\":\"" + "x".repeat(20_001) + "\"}");
        assertThat(failure.violations()).containsExactly(new Violation("/text", "size", "too long, dear"));
    }

    @Test
    void rawJsonIsEncodedOnlyIfItCanBeDecoded() {
        Zoo.Cage.Raw unpaired = new Zoo.Cage.Raw("é", TextNode.valueOf("a\ud800b"), Set.of(), "");
        assertThat(codec.encodeToServer(unpaired))
                .containsIgnoringCase("\"a\\ud800b\"")
                .contains("é");
        assertThat(new String(codec.encodeToServerUtf8(unpaired), StandardCharsets.UTF_8))
                .containsIgnoringCase("\"a\\ud800b\"");
        for (Zoo.Cage.Raw invalid : List.of(
                new Zoo.Cage.Raw("n", DoubleNode.valueOf(Double.NaN), Set.of(), ""),
                new Zoo.Cage.Raw("n", nested(40), Set.of(), ""))) {
            assertThatThrownBy(() -> codec.encodeToServer(invalid)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(codec.decodeToServer(codec.encodeToServer(new Zoo.Cage.Raw("n", nested(31), Set.of(), ""))))
                .isNotNull();
    }

    private static ArrayNode nested(int depth) {
        ArrayNode outer = JsonNodeFactory.instance.arrayNode();
        ArrayNode inner = outer;
        for (int i = 1; i < depth; i++) {
            inner = inner.addArray();
        }
        return outer;
    }

    @Test
    @SuppressWarnings("NullAway") // deliberately null
    void nullsAreReportedWithTheirPathInTextAndBytes() {
        Zoo.Cage.Raw invalid = new Zoo.Cage.Raw("é中", JsonNodeFactory.instance.objectNode(), Set.of(), null);
        assertThatThrownBy(() -> codec.encodeToServer(invalid)).hasMessageStartingWith("/loop is null");
        assertThatThrownBy(() -> codec.encodeToServerUtf8(invalid)).hasMessageStartingWith("/loop is null");
    }
}
