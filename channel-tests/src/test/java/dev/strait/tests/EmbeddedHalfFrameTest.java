package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.ChannelListener;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.server.ChannelServer;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The time for a message also holds for a frame of which only a part arrives. */
class EmbeddedHalfFrameTest {

    private static final byte[] ECHO = TestFrames.masked("{\"type\":\"echo\",\"text\":\"whole\"}");

    @Test
    void aFrameThatDoesNotArriveInTimeClosesTheConnection() throws Exception {
        AtomicLong clock = new AtomicLong(1);
        BlockingQueue<String> evicted = new LinkedBlockingQueue<>();
        ChannelHub hub = ChannelHub.builder()
                .timeSource(clock::get)
                .limits(Running.generous()
                        .messageTimeout(Duration.ofSeconds(10))
                        .build())
                .listener(new ChannelListener() {
                    @Override
                    public void evicted(ConnectionInfo connection, CloseReason reason) {
                        evicted.add(reason.code() + " " + reason.text());
                    }
                })
                .build();
        hub.add(ChatEndpoint.of(new ChatService()));
        try (ChannelServer server = EmbeddedContainer.server(hub).start();
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(Await.TIMEOUT_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(TestFrames.handshake("/ws/chat/lobby?user=ann"));
            for (int i = 0; i < 3; i++) { // each frame has its own time
                out.write(Arrays.copyOf(ECHO, 7));
                out.flush();
                clock.addAndGet(TimeUnit.SECONDS.toNanos(6));
                out.write(ECHO, 7, ECHO.length - 7);
                readUntil(socket.getInputStream(), "whole\"}");
            }
            out.write(ECHO); // arrives together with the half
            out.write(Arrays.copyOf(ECHO, 7));
            readUntil(socket.getInputStream(), "whole\"}");
            assertThat(evicted).isEmpty();
            Await.until(() -> {
                clock.addAndGet(TimeUnit.SECONDS.toNanos(1));
                return !evicted.isEmpty();
            });
            assertThat(evicted).containsExactly("1008 message timeout");
        }
    }

    private static void readUntil(InputStream in, String end) throws Exception {
        StringBuilder text = new StringBuilder();
        while (text.indexOf(end) < 0) {
            int next = in.read();
            assertThat(next).as("%s", text).isNotNegative();
            text.append((char) next);
        }
    }
}
