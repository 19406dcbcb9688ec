package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.runtime.ChannelDeploymentException;
import dev.strait.runtime.ChannelHub;
import dev.strait.server.ChannelServer;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts of the embedded server that fail, and what is left after them. */
class EmbeddedStartTest {

    private final ChannelHub hub =
            ChannelHub.builder().limits(Running.generous().build()).build();
    private @Nullable ChannelServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
        hub.close();
    }

    private ChannelServer.Builder builder() {
        hub.add(ChatEndpoint.of(new ChatService()));
        return EmbeddedContainer.server(hub);
    }

    @Test
    void aHubCanBeStartedAgainIfThePortWasInUse() throws Exception {
        ChannelServer.Builder builder = builder();
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> builder.port(other.getLocalPort()).start())
                    .isInstanceOf(UncheckedIOException.class);
        }
        server = builder.port(0).start();
        TestClient.connect(
                        TestClient.HTTP.newWebSocketBuilder(),
                        URI.create("ws://127.0.0.1:" + server.port() + "/ws/chat/lobby?user=ann"))
                .expectNothing()
                .close();
    }

    @Test
    void channelsThatCannotBeDeployedAreNamed() {
        GameService game = new GameService();
        hub.add(GameEndpoint.of(game).path("/same/{kind}/{table}"));
        hub.add(GameEndpoint.of(game).path("/same/{table}/{kind}"));
        assertThatThrownBy(() -> EmbeddedContainer.server(hub).start())
                .isInstanceOf(ChannelDeploymentException.class)
                .hasMessageContaining("/same/");
    }

    @Test
    @SuppressWarnings("NullAway") // what a caller without such a check may do
    void tlsNeedsBothFiles() {
        assertThatThrownBy(() -> builder().tls(Path.of("certificates.pem"), null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("privateKey");
    }

    @Test
    void invalidCertificateFilesAreReported(@TempDir Path folder) throws Exception {
        Path invalid = Files.writeString(folder.resolve("wrong.pem"), "wrong");
        assertThatThrownBy(() -> builder().tls(invalid, invalid).start())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("wrong.pem");
    }

    @Test
    void aKeyOfAnotherCertificateIsReported(@TempDir Path folder) throws Exception {
        Tls one = Tls.create(Files.createDirectory(folder.resolve("one")));
        Tls other = Tls.create(Files.createDirectory(folder.resolve("other")));
        assertThatThrownBy(() ->
                        builder().tls(one.certificates(), other.privateKey()).start())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("Cannot set up TLS. The key in " + other.privateKey()
                        + " does not belong to the first certificate in " + one.certificates() + ".");
    }

    @Test
    void aKeyInAnotherFormatIsReportedWithTheCommandThatConvertsIt(@TempDir Path folder) throws Exception {
        Tls tls = Tls.create(folder);
        Path key = Files.writeString(
                folder.resolve("old.pem"), "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n");
        assertThatThrownBy(() -> builder().tls(tls.certificates(), key).start())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("RSA PRIVATE KEY")
                .hasMessageContaining("openssl pkcs8 -topk8 -nocrypt");
    }

    @Test
    void aPortInUseIsReported() throws Exception {
        server = builder().start();
        int port = server.port();
        ChannelHub second = ChannelHub.create();
        assertThatThrownBy(() -> ChannelServer.builder(second)
                        .host("127.0.0.1")
                        .port(port)
                        .start())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("port " + port);
        second.close();
    }
}
