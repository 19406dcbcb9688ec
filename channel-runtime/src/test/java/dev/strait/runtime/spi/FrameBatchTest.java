package dev.strait.runtime.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameBatchTest {

    private static TextFrame frame(String text) {
        return new TextFrame("test", text.getBytes(StandardCharsets.UTF_8));
    }

    private static ByteBuffer encode(TextFrame... frames) {
        FrameBatch batch = FrameBatch.of(frames, frames.length);
        ByteBuffer out = ByteBuffer.allocate(batch.wireBytes());
        batch.writeTo(out);
        assertThat(out.hasRemaining()).isFalse();
        return out.flip();
    }

    /** The first frame is an example of RFC 6455, section 5.7. */
    @Test
    void framesAreWrittenConsecutively() {
        assertThat(HexFormat.of().formatHex(encode(frame("Hello"), frame("ä")).array()))
                .isEqualTo("810548656c6c6f" + "8102c3a4");
    }

    @ParameterizedTest
    @CsvSource({"0, 8100", "125, 817d", "126, 817e007e", "65535, 817effff", "65536, 817f0000000000010000"})
    void lengthsAreEncodedInThreeForms(int bytes, String header) {
        ByteBuffer out = encode(frame("x".repeat(bytes)));
        byte[] start = new byte[header.length() / 2];
        out.get(start);
        assertThat(HexFormat.of().formatHex(start)).isEqualTo(header);
        assertThat(out.remaining()).isEqualTo(bytes);
    }

    @Test
    void aBatchMatchesOnlyTheSameFramesInTheSameOrder() {
        TextFrame a = frame("a");
        TextFrame b = frame("b");
        FrameBatch batch = FrameBatch.of(new TextFrame[] {a, b}, 2);
        assertThat(batch.isOf(new TextFrame[] {a, b, a}, 2)).isTrue();
        assertThat(batch.isOf(new TextFrame[] {a, b, a}, 3)).isFalse();
        assertThat(batch.isOf(new TextFrame[] {b, a}, 2)).isFalse();
        assertThat(batch.isOf(new TextFrame[] {a, frame("b")}, 2)).isFalse();
    }
}
