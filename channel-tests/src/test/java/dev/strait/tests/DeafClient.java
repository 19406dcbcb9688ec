package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that completes the handshake, then neither reads nor sends. */
final class DeafClient implements AutoCloseable {

    private final Socket socket;

    private DeafClient(Socket socket) {
        this.socket = socket;
    }

    /** Returns once the client has joined its room. */
    static DeafClient connect(Running running, String path) throws IOException {
        int before = running.chat.connections().size();
        DeafClient client = connect(running.server, path);
        Await.until(() -> running.chat.connections().size() > before
                && running.chat.connections().stream()
                        .noneMatch(info -> info.rooms().isEmpty()));
        return client;
    }

    /** Returns once the server has answered the handshake. */
    static DeafClient connect(TestContainer.Started server, String path) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(Await.TIMEOUT_MILLIS);
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        assertThat(socket.getInputStream().read()).isEqualTo('H');
        return new DeafClient(socket);
    }

    boolean isConnected() {
        return socket.isConnected();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
