package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.ChannelHub;
import dev.strait.server.ChannelServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The embedded server reads on after its last bytes, so that a TCP reset does not discard them. */
class EmbeddedLingeringTest {

    private static final String LARGE = "x".repeat(1_000_000);

    private static ChannelHub hub() {
        ChannelHub hub = ChannelHub.builder().limits(Running.generous().build()).build();
        hub.add(ChatEndpoint.of(new ChatService()));
        return hub;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void clientsThatAreStillSendingReceiveTheCloseFrame(boolean isSecure, @TempDir Path folder) throws Exception {
        Tls tls = Tls.create(folder);
        ChannelServer.Builder builder =
                ChannelServer.builder(hub()).host("127.0.0.1").port(0);
        HttpClient http = HttpClient.newBuilder().sslContext(tls.client()).build();
        try (ChannelServer server = (isSecure ? builder.tls(tls.certificates(), tls.privateKey()) : builder).start()) {
            URI uri =
                    URI.create((isSecure ? "wss" : "ws") + "://localhost:" + server.port() + "/ws/chat/lobby?user=ann");
            for (int i = 0; i < 20; i++) {
                TestClient ann = TestClient.connect(http.newWebSocketBuilder(), uri);
                try {
                    ann.sendRaw(LARGE);
                } catch (CompletionException closedMeanwhile) {
                    assertThat(closedMeanwhile).hasRootCauseInstanceOf(IOException.class);
                }
                assertThat(ann.closeCode()).isEqualTo(1009);
            }
        }
    }

    @Test
    void clientsReceiveTheResponseToAnOversizedBody() throws Exception {
        try (ChannelServer server =
                ChannelServer.builder(hub()).host("127.0.0.1").port(0).start()) {
            for (int i = 0; i < 20; i++) {
                try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                    socket.setSoTimeout(60_000);
                    OutputStream out = socket.getOutputStream();
                    String head = "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 1000000\r\n\r\n";
                    out.write((head + LARGE).getBytes(StandardCharsets.US_ASCII));
                    InputStream in = socket.getInputStream();
                    assertThat(new String(in.readAllBytes(), StandardCharsets.US_ASCII))
                            .startsWith("HTTP/1.1 413 ");
                }
            }
        }
    }
}
