package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.ChannelListener;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.Delivery;
import dev.strait.runtime.Limits;
import dev.strait.server.ChannelServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A client that sends too much is not read for a while. Nothing of it is refused or lost. */
class EmbeddedPausedReadingTest {

    private static final int MESSAGES = 300;
    private static final int MAX_QUEUE = 10;

    /** How the server reads. */
    enum Socketry {
        NATIVE,
        NIO,
        TLS
    }

    @TempDir
    Path folder;

    private final ChatService chat = new ChatService();
    private final AdderService adder = new AdderService(Duration.ZERO);
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private @Nullable ChannelServer server;

    @AfterEach
    void stop() {
        adder.waits.release(Integer.MAX_VALUE / 2);
        if (server != null) {
            server.close();
        }
    }

    private ChannelHub hub(Limits.Builder limits) {
        ChannelHub hub = ChannelHub.builder()
                .limits(limits.build())
                .listener(new ChannelListener() {
                    @Override
                    public void refused(ConnectionInfo connection, String code) {
                        events.add(code);
                    }

                    @Override
                    public void closed(ConnectionInfo connection, CloseReason reason) {
                        events.add("closed " + reason.code());
                    }
                })
                .build();
        hub.add(ChatEndpoint.of(chat));
        hub.add(AdderEndpoint.of(adder));
        return hub;
    }

    private Socket connect(Socketry socketry, Limits.Builder limits, String path) throws Exception {
        ChannelServer.Builder builder = EmbeddedContainer.server(hub(limits));
        Socket socket = socketry == Socketry.TLS
                ? connectWithTls(builder)
                : connect((socketry == Socketry.NIO ? builder.nioTransport() : builder).start());
        socket.setSoTimeout(Await.TIMEOUT_MILLIS);
        socket.getOutputStream().write(TestFrames.handshake(path));
        return socket;
    }

    private Socket connect(ChannelServer started) throws IOException {
        server = started;
        return new Socket(InetAddress.getLoopbackAddress(), started.port());
    }

    private Socket connectWithTls(ChannelServer.Builder builder) throws Exception {
        Tls tls = Tls.create(folder);
        Socket raw = connect(builder.tls(tls.certificates(), tls.privateKey()).start());
        return tls.client().getSocketFactory().createSocket(raw, "localhost", raw.getPort(), true);
    }

    private static byte[] frames(int count, String start) {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        IntStream.range(0, count).forEach(i -> frames.writeBytes(TestFrames.masked(start + i + "\"}")));
        return frames.toByteArray();
    }

    private static String read(InputStream in, String end) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf(end) < 0) {
            int next = in.read();
            assertThat(next).as("%s", text).isNotNegative();
            text.append((char) next);
        }
        return text.toString();
    }

    private static void assertAllEchoed(String answers) {
        int at = 0;
        for (int i = 0; i < MESSAGES; i++) {
            at = answers.indexOf("{\"type\":\"echoed\",\"text\":\"" + i + "\"}", at);
            assertThat(at).as("echo %d", i).isNotNegative();
        }
    }

    private static Limits.Builder slow() {
        return Running.generous().maxMessagesPerSecond(200).maxMessageBurst(20);
    }

    @ParameterizedTest
    @EnumSource(Socketry.class)
    void aFloodIsReadAtTheRate(Socketry socketry) throws Exception {
        try (Socket socket = connect(socketry, slow(), "/ws/chat/lobby?user=ann")) {
            long start = System.nanoTime();
            socket.getOutputStream().write(frames(MESSAGES, "{\"type\":\"echo\",\"text\":\""));
            assertAllEchoed(read(socket.getInputStream(), "\"" + (MESSAGES - 1) + "\"}"));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(1));
            assertThat(events).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Socketry.class)
    void whatWasSentBeforeTheEndOfInputIsHandled(Socketry socketry) throws Exception {
        try (Socket socket = connect(socketry, slow(), "/ws/chat/lobby?user=ann")) {
            socket.getOutputStream().write(frames(MESSAGES, "{\"type\":\"echo\",\"text\":\""));
            socket.shutdownOutput();
            byte[] answers = socket.getInputStream().readAllBytes();
            assertAllEchoed(new String(answers, StandardCharsets.ISO_8859_1));
            assertThat(Await.next(events)).isEqualTo("closed 1006");
        }
    }

    @ParameterizedTest
    @EnumSource(Socketry.class)
    void aFullQueueIsHeldBack(Socketry socketry) throws Exception {
        Limits.Builder limits = Running.generous().maxHandlerQueueMessages(MAX_QUEUE);
        try (Socket socket = connect(socketry, limits, "/ws/adder?room=red&user=ann")) {
            socket.getOutputStream().write(TestFrames.masked("{\"type\":\"wait\"}"));
            for (int i = 0; i < MESSAGES; i++) {
                socket.getOutputStream().write(TestFrames.masked("{\"type\":\"add\",\"number\":1}"));
            }
            Await.until(() -> adder.waiting.get() == 1);
            adder.waits.release();
            String answers = read(socket.getInputStream(), "\"value\":" + MESSAGES + ",");
            assertThat(answers).contains("\"value\":1,", "\"value\":" + MAX_QUEUE * 2 + ",");
            assertThat(events).isEmpty();
        }
    }

    @Test
    void aCloseByTheServerIsAnsweredAtOnce() throws Exception {
        ChannelHub hub = hub(Running.generous().maxHandlerQueueMessages(MAX_QUEUE));
        ChannelServer started = EmbeddedContainer.server(hub).start();
        server = started;
        URI uri = URI.create("ws://127.0.0.1:" + started.port() + "/ws/adder?room=red&user=ann");
        try (TestClient ann = TestClient.connect(uri)) {
            ann.send("{'type':'wait'}");
            for (int i = 0; i < MESSAGES; i++) {
                ann.send("{'type':'add','number':1}");
            }
            Await.until(() -> adder.waiting.get() == 1);
            String id = AdderEmitter.of(hub).connections().get(0).id();
            assertThat(AdderEmitter.of(hub).connection(id).close(new CloseReason(4000, "enough")))
                    .isEqualTo(Delivery.of(1, 1, 0));
            assertThat(ann.closeCode()).isEqualTo(4000);
            adder.waits.release();
            assertThat(Await.next(events)).isEqualTo("closed 4000");
        }
    }
}
