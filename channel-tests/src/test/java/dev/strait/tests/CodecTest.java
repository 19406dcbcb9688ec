package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.runtime.json.FrameException;
import dev.strait.runtime.json.Violation;
import jakarta.websocket.DecodeException;
import jakarta.websocket.EncodeException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The codec on its own, as used by handwritten endpoints. */
class CodecTest {

    private final ChatCodec codec = new ChatCodec();

    @Test
    void messagesOfBothDirectionsAreEncodedAndDecoded() {
        Chat.Say say = new Chat.Say("hi", Optional.of(List.of("a", "b")));
        String frame = codec.encodeToServer(say);
        assertThat(frame).isEqualTo("{\"type\":\"say\",\"text\":\"hi\",\"tags\":[\"a\",\"b\"]}");
        assertThat(codec.decodeToServer(frame)).isEqualTo(say);
        Chat.Said said = new Chat.Said("ann", "hi");
        assertThat(codec.decodeToClient(codec.encodeToClient(said))).isEqualTo(said);
    }

    @Test
    void textCodecsAdaptTheCodecToJakarta() throws DecodeException, EncodeException {
        ChatTextCodecs.ToServerText text = new ChatTextCodecs.ToServerText();
        Chat.Echo echo = new Chat.Echo("x");
        assertThat(text.decode(text.encode(echo))).isEqualTo(echo);
        assertThatThrownBy(() -> text.decode("{\"type\":\"echo\"}"))
                .isInstanceOf(DecodeException.class)
                .hasCauseInstanceOf(FrameException.class);
    }

    @Test
    void frameExceptionsListTheirViolations() {
        assertThatThrownBy(() -> codec.decodeToServer("{\"type\":\"say\",\"text\":\"\"}"))
                .isInstanceOfSatisfying(FrameException.class, refused -> {
                    assertThat(refused.code()).isEqualTo("invalid");
                    assertThat(refused.getStackTrace()).isEmpty();
                    assertThat(refused.violations())
                            .containsExactly(new Violation("/text", "not-blank", "must not be blank"));
                });
    }

    @Test
    @SuppressWarnings("NullAway") // deliberately null
    void encodingNullForARequiredComponentFails() {
        assertThatThrownBy(() -> codec.encodeToClient(new Chat.Said("ann", null)))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("/text is null");
    }

    @Test
    void unpairedSurrogatesAreEscaped() {
        assertThat(codec.encodeToClient(new Chat.Echoed("a\ud800b")))
                .isEqualTo("{\"type\":\"echoed\",\"text\":\"a\\ud800b\"}");
    }
}
