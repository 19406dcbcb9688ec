package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.ChannelHub;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A client that does not answer a close keeps its socket for no longer than the close timeout, plus the container's timer. */
@Tag("container")
class UnansweredCloseTest {

    /** Tomcat would wait for 30 s by default. */
    private static final int MAX_MILLIS = 20_000;

    @Test
    void theSocketIsClosed() throws IOException {
        ChannelHub hub = TestContainer.hub()
                .limits(Running.generous().closeTimeout(Duration.ofMillis(300)).build())
                .build();
        hub.add(ChatEndpoint.of(new ChatService()));
        try (TestContainer.Started server = TestContainer.startAny(hub);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(MAX_MILLIS);
            socket.getOutputStream().write(TestFrames.handshake("/ws/chat/lobby?user=ann"));
            assertThat(socket.getInputStream().read()).isEqualTo('H');
            socket.getOutputStream().write(new byte[] {(byte) 0x82, (byte) 0x80, 0, 0, 0, 0}); // binary: close 1003
            while (socket.getInputStream().read() >= 0) {
                // until the server ends the connection
            }
        }
    }
}
