package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.Limits;
import dev.strait.server.ChannelServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process with few file descriptors gets more connections than it can have, and serves again once they are gone. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class EmbeddedFileDescriptorsTest {

    private static final int DESCRIPTORS = 160;

    /** The server, in a process of its own. Its first argument is the maximum number of connections. */
    static final class Server {

        private Server() {}

        public static void main(String[] arguments) {
            Limits.Builder limits = Running.generous();
            if (arguments.length > 0) {
                limits.maxConnections(Integer.parseInt(arguments[0]));
            }
            ChannelHub hub = ChannelHub.builder().limits(limits.build()).build();
            hub.add(ChatEndpoint.of(new ChatService()));
            ChannelServer server = EmbeddedContainer.server(hub).start();
            System.out.println(server.port());
            server.await();
        }
    }

    /** By default the node refuses before its descriptors run out; with a large maximum they do run out. */
    @ParameterizedTest
    @ValueSource(strings = {"", "100000"})
    void theServerRecovers(String maxConnections) throws Exception {
        Process process = start(maxConnections);
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            int port = Integer.parseInt(out.readLine());
            List<Socket> sockets = new ArrayList<>();
            for (int i = 0; i < 2 * DESCRIPTORS; i++) {
                sockets.add(open(port));
            }
            for (Socket socket : sockets) {
                socket.close();
            }
            URI uri = URI.create("ws://127.0.0.1:" + port + "/ws/chat/lobby?user=ann");
            Await.until(() -> TestClient.tryToConnect(
                    () -> TestClient.connect(uri).expectNothing().close()));
            assertThat(process.isAlive()).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process start(String maxConnections) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "sh",
                "-c",
                "ulimit -n " + DESCRIPTORS + "; exec \"$0\" \"$@\"",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Server.class.getName()));
        if (!maxConnections.isEmpty()) {
            command.add(maxConnections);
        }
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static Socket open(int port) {
        try {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.getOutputStream().write(TestFrames.handshake("/ws/chat/lobby?user=ann"));
            return socket;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
