package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.ChannelListener;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.Delivery;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A client that does not read costs a bounded queue and then its connection; others do not notice. */
class SlowConsumerTest {

    @Test
    void whoDoesNotReadIsClosedAndOthersGetEverything() throws IOException, InterruptedException {
        BlockingQueue<Integer> evicted = new LinkedBlockingQueue<>();
        ChannelListener listener = new ChannelListener() {
            @Override
            public void evicted(ConnectionInfo connection, CloseReason reason) {
                evicted.add(reason.code());
            }
        };
        try (Running running = Running.with(ChannelHub.builder()
                        .listener(listener)
                        .limits(Running.generous().build()));
                Socket deaf = new Socket(InetAddress.getLoopbackAddress(), running.server.port())) {
            TestClient ann = running.chatting("lobby", "ann");
            handshake(deaf, "/ws/chat/lobby?user=deaf");
            while (running.chat.room("lobby").size() < 2) {
                Thread.onSpinWait();
            }
            String text = "x".repeat(60_000);
            int sent = 0;
            Delivery delivery;
            do {
                delivery = running.chat.room("lobby").announcement(text);
                assertThat(delivery.matched()).isEqualTo(2);
                assertThat(ann.next()).hasSize(text.length() + "{'type':'notice','text':''}".length());
                sent++;
            } while (delivery.dropped() == 0 && sent < 10_000);
            assertThat(delivery).isEqualTo(new Delivery(2, 1, 1));
            assertThat(evicted.poll(10, TimeUnit.SECONDS)).isEqualTo(1013);
            assertThat(running.chat.room("lobby").announcement("after")).isEqualTo(new Delivery(1, 1, 0));
            ann.expect("{'type':'notice','text':'after'}").expectNothing();
        }
    }

    /** Asks for a WebSocket, reads the answer's first byte, and reads no more. */
    private static void handshake(Socket socket, String path) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
        assertThat(socket.getInputStream().read()).isEqualTo('H');
    }
}
