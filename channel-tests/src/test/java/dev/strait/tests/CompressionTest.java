package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Browsers offer compression. Strait always declines, even on containers that support it: each recipient would need its
 * own frame.
 */
@Tag("container")
class CompressionTest {

    private static final String EXPECTED = "{\"type\":\"echoed\",\"text\":\"plain\"}";

    private final Running running = Running.start();

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    @SuppressWarnings("StringConcatToTextBlock") // a text block would end its lines with \n
    void compressionIsDeclinedAndFramesAreUncompressed() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), running.server.port())) {
            socket.setSoTimeout(Await.TIMEOUT_MILLIS);
            String request = "GET /ws/chat/hall?user=ann HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n"
                    + "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                    + "Sec-WebSocket-Version: 13\r\n"
                    + "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            assertThat(readHead(in)).startsWith("http/1.1 101").doesNotContain("sec-websocket-extensions");
            Await.until(() -> running.chat.room("hall").size() == 1);
            running.chat.room("hall").echoed("plain");
            byte[] frame = in.readNBytes(2 + EXPECTED.length());
            assertThat(frame[0]).isEqualTo((byte) 0x81); // FIN, no RSV bits, text
            assertThat(new String(frame, 2, EXPECTED.length(), StandardCharsets.UTF_8))
                    .isEqualTo(EXPECTED);
        }
    }

    private static String readHead(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            assertThat(next).as("%s", head).isNotNegative();
            head.append((char) next);
        }
        return head.toString().toLowerCase(Locale.ROOT);
    }
}
