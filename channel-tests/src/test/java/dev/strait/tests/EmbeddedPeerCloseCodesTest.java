package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.ChannelHub;
import dev.strait.server.ChannelServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The close codes of clients, as the handler of the embedded server gets them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedPeerCloseCodesTest {

    private final ChannelHub hub =
            ChannelHub.builder().limits(Running.generous().build()).build();
    private final ChatService service = new ChatService();
    private ChannelServer server;

    @BeforeAll
    void start() {
        hub.add(ChatEndpoint.of(service));
        server = EmbeddedContainer.server(hub).start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private String await(String begin) {
        String call = Await.next(service.calls);
        while (!call.startsWith(begin)) {
            call = Await.next(service.calls);
        }
        return call;
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 1000",
        "1001, 1001",
        "1003, 1003",
        "1007, 1007",
        "1008, 1008",
        "1009, 1009",
        "1010, 1010",
        "1011, 1011",
        "1012, 1012",
        "1013, 1013",
        "1014, 1014",
        "3000, 3000",
        "4999, 4999"
    })
    void registeredCodesAreReported(int sent, int reported) throws IOException {
        service.calls.clear();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(Await.TIMEOUT_MILLIS);
            socket.getOutputStream().write(TestFrames.handshake("/ws/chat/lobby?user=ann"));
            await("joined"); // a connection that closes before it opens is not reported
            socket.getOutputStream().write(TestFrames.close(sent));
            assertThat(await("closed")).isEqualTo("closed ann " + reported);
            byte[] all = socket.getInputStream().readAllBytes();
            int code = ((all[all.length - 2] & 0xff) << 8) | (all[all.length - 1] & 0xff);
            assertThat(code).isNotEqualTo(1002);
        }
    }
}
