package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.ChannelHub;
import dev.strait.server.ChannelServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that ends its side of the socket without a close frame, and reads on. */
class EmbeddedHalfCloseTest {

    private static final byte[] ECHO = TestFrames.masked("{\"type\":\"echo\",\"text\":\"last\"}");

    private final ChannelHub hub =
            ChannelHub.builder().limits(Running.generous().build()).build();
    private final ChatService service = new ChatService();
    private @Nullable ChannelServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    private int start(ChannelServer.Builder builder) {
        server = builder.start();
        return server.port();
    }

    private ChannelServer.Builder builder() {
        hub.add(ChatEndpoint.of(service));
        return EmbeddedContainer.server(hub);
    }

    private static void open(Socket socket) throws IOException {
        socket.setSoTimeout(Await.TIMEOUT_MILLIS);
        socket.getOutputStream().write(TestFrames.handshake("/ws/chat/lobby?user=ann"));
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        assertThat(head).startsWith("HTTP/1.1 101");
    }

    private void expectReplyAndEnd(Socket socket) throws IOException {
        String rest = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        assertThat(rest).contains("{\"type\":\"echoed\",\"text\":\"last\"}");
        String call = Await.next(service.calls);
        while (!call.startsWith("closed")) {
            call = Await.next(service.calls);
        }
        assertThat(call).isEqualTo("closed ann 1006");
    }

    @Test
    void getsItsReplyBeforeTheConnectionEnds() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), start(builder()))) {
            open(socket);
            socket.getOutputStream().write(ECHO);
            socket.shutdownOutput();
            expectReplyAndEnd(socket);
        }
    }

    @Test
    void isHeardWhenOnlyTlsEnds(@TempDir Path folder) throws Exception {
        Tls tls = Tls.create(folder);
        int port = start(builder().tls(tls.certificates(), tls.privateKey()));
        try (Socket raw = new Socket(InetAddress.getLoopbackAddress(), port);
                SSLSocket socket =
                        (SSLSocket) tls.client().getSocketFactory().createSocket(raw, "localhost", port, false)) {
            open(socket);
            socket.getOutputStream().write(ECHO);
            socket.shutdownOutput(); // sends close_notify; the TCP connection stays open
            expectReplyAndEnd(socket);
        }
    }
}
