package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.runtime.ChannelHub;
import dev.strait.server.ChannelServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the embedded server accepts of TLS. */
class EmbeddedTlsTest {

    private static final byte[] REQUEST =
            "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    private final ChannelHub hub = TestContainer.hub().build();
    private Tls tls;
    private ChannelServer server;

    @BeforeEach
    void start() throws Exception {
        tls = Tls.create(folder);
        hub.add(ChatEndpoint.of(new ChatService()));
        server = EmbeddedContainer.server(hub)
                .tls(tls.certificates(), tls.privateKey())
                .start();
    }

    @AfterEach
    void stop() {
        server.close();
        hub.close();
    }

    private SSLSocket connect(String version) throws IOException {
        SSLSocket socket = (SSLSocket) tls.client().getSocketFactory().createSocket("localhost", server.port());
        socket.setSoTimeout(Await.TIMEOUT_MILLIS);
        socket.setEnabledProtocols(new String[] {version});
        return socket;
    }

    private static void expectAnswer(SSLSocket socket) throws IOException {
        socket.getOutputStream().write(REQUEST);
        InputStream in = socket.getInputStream();
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("ok\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("ended after: " + answer);
            }
            answer.append((char) next);
        }
        assertThat(answer).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void newVersionsAreServed(String version) throws IOException {
        try (SSLSocket socket = connect(version)) {
            expectAnswer(socket);
            expectAnswer(socket);
            assertThat(socket.getSession().getProtocol()).isEqualTo(version);
        }
    }

    @Test
    void aClientThatRenegotiatesIsDisconnected() throws IOException {
        try (SSLSocket socket = connect("TLSv1.2")) {
            expectAnswer(socket);
            assertThatThrownBy(() -> {
                        socket.startHandshake();
                        expectAnswer(socket);
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void keysOfATls13SessionMayBeUpdated() throws IOException {
        try (SSLSocket socket = connect("TLSv1.3")) {
            expectAnswer(socket);
            socket.startHandshake(); // a KeyUpdate
            expectAnswer(socket);
        }
    }
}
