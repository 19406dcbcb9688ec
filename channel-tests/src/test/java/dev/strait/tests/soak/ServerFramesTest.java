package dev.strait.tests.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerFramesTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1_000_000})
    void framesInPiecesOfAnySize(int piece) {
        List<String> frames = new ArrayList<>();
        ServerFrames reader =
                new ServerFrames((opcode, start) -> frames.add(opcode + " " + StandardCharsets.US_ASCII.decode(start)));
        ByteBuffer wire = ByteBuffer.allocate(200_000);
        wire.put((byte) 0x81).put((byte) 2).put(ascii("hi"));
        wire.put((byte) 0x89).put((byte) 0);
        wire.put((byte) 0x81).put((byte) 126).putShort((short) 50_000).put(ascii("m".repeat(50_000)));
        wire.put((byte) 0x81).put((byte) 127).putLong(100_000).put(ascii("l".repeat(100_000)));
        wire.put((byte) 0x88).put((byte) 3).put(ascii("abc"));
        wire.flip();
        while (wire.hasRemaining()) {
            int length = Math.min(piece, wire.remaining());
            reader.read(wire.slice(wire.position(), length));
            wire.position(wire.position() + length);
        }
        assertThat(frames).containsExactly("1 hi", "9 ", "1 " + "m".repeat(256), "1 " + "l".repeat(256), "8 abc");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
