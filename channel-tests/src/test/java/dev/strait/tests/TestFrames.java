package dev.strait.tests;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** What a client sends, as bytes on the wire. */
public final class TestFrames {

    private TestFrames() {}

    /** Returns the request that opens a WebSocket. */
    public static byte[] handshake(String target) {
        String request = "GET " + target + " HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
        return request.getBytes(StandardCharsets.US_ASCII);
    }

    /** Returns a close frame without a text, with a mask. */
    static byte[] close(int code) {
        byte[] mask = {1, 2, 3, 4};
        return new byte[] {(byte) 0x88, (byte) 0x82, 1, 2, 3, 4, (byte) ((code >> 8) ^ mask[0]), (byte) (code ^ mask[1])
        };
    }

    /** Returns a text message of less than 126 bytes, masked with zeros. */
    static byte[] masked(String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(0x81);
        frame.write(0x80 | payload.length);
        frame.writeBytes(new byte[4]);
        frame.writeBytes(payload);
        return frame.toByteArray();
    }
}
