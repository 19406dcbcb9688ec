package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.Delivery;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the embedded server takes in for a client that does not read, before it gives up on it. */
class DeafClientCostTest {

    private static final int MESSAGE_BYTES = 10_000;
    /** The receive buffer of the client, doubled by Linux for its own needs. */
    private static final int CLIENT_BYTES = 2 * 65_536;

    private static final long MAX_BYTES = 1_572_864; // 1.5 MiB, of which 1 MiB is the queue of the connection

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDeafClientCostsAtMostOneAndAHalfMebibytes(boolean isNio) throws Exception {
        ChannelHub hub = ChannelHub.builder()
                .limits(TestContainer.patientLimits().build())
                .build();
        ChatEmitter chat = ChatEmitter.of(hub);
        hub.add(ChatEndpoint.of(new ChatService()));
        var builder = EmbeddedContainer.server(hub);
        try (var server = (isNio ? builder.nioTransport() : builder).start();
                Socket deaf = new Socket()) {
            deaf.setReceiveBufferSize(65_536);
            deaf.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
            deaf.getOutputStream().write(TestFrames.handshake("/ws/chat/lobby?user=ann"));
            assertThat(deaf.getInputStream().read()).isEqualTo('H');
            Await.until(() -> chat.room("lobby").size() == 1);
            String text = "x".repeat(MESSAGE_BYTES);
            long taken = 0;
            Delivery delivery = chat.room("lobby").announcement(text);
            while (delivery.dropped() == 0) {
                taken += MESSAGE_BYTES;
                assertThat(taken).isLessThan(2 * MAX_BYTES);
                delivery = chat.room("lobby").announcement(text);
            }
            assertThat(taken).isBetween(1_000_000L, MAX_BYTES + CLIENT_BYTES);
        }
    }
}
