package dev.strait.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.client.RawServer.Peer;
import dev.strait.client.Transport.RefusedHandshake;
import dev.strait.client.Transport.Socket;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The JDK's client against a server that does unusual things. */
class HttpTransportTest {

    /** Of 1 MiB each. More than the buffers of two sockets hold. */
    private static final int LARGE_TEXTS = 32;

    private final RawServer server;
    private final Transport transport =
            new HttpTransport(HttpClient.newBuilder().build(), Duration.ofSeconds(10));
    private final Recorder events = new Recorder();

    HttpTransportTest() throws IOException {
        server = new RawServer();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private static final class Recorder implements Transport.Events {

        final BlockingQueue<String> log = new LinkedBlockingQueue<>();

        String next() throws InterruptedException {
            return log.poll(30, TimeUnit.SECONDS);
        }

        /** The next event other than a sign of life. */
        String nextButHeard() throws InterruptedException {
            String next = next();
            while ("heard".equals(next)) {
                next = next();
            }
            return next;
        }

        @Override
        public void opened() {
            log.add("opened");
        }

        @Override
        public void text(String text) {
            log.add(text.length() > 100 ? text.length() + " characters" : text);
        }

        @Override
        public void heard() {
            log.add("heard");
        }

        @Override
        public void drained() {
            log.add("drained");
        }

        @Override
        public void closed(int code, String reason) {
            log.add("closed " + code + " " + reason);
        }

        @Override
        public void failed(Throwable cause) {
            log.add(
                    cause instanceof RefusedHandshake refused
                            ? "refused " + refused.status() + " " + refused.retryAfter()
                            : "failed");
        }
    }

    private Socket connect() {
        return transport.connect(server.uri(), Map.of("X-App", "test"), events);
    }

    /** Accepts the connection of a socket. */
    private Peer open() throws IOException, InterruptedException {
        Peer peer = server.accept();
        peer.upgrade();
        assertThat(events.next()).isEqualTo("opened");
        return peer;
    }

    /**
     * Fills a socket before its connection is accepted, so that nothing is written meanwhile, and with more than the buffers
     * of two sockets hold.
     */
    private void fill(Socket socket) {
        for (int i = 0; i < LARGE_TEXTS; i++) {
            socket.send("x".repeat(1 << 20));
        }
    }

    @Test
    void headersReachTheServer() throws Exception {
        Socket socket = connect();
        try (Peer peer = server.accept()) {
            assertThat(peer.request).contains("X-App: test");
            peer.upgrade();
            assertThat(events.next()).isEqualTo("opened");
            socket.abort();
        }
    }

    @Test
    void manyTextsAreSentInOrder() throws Exception {
        Socket socket = connect();
        try (Peer peer = open()) {
            for (int i = 0; i < 2_000; i++) {
                socket.send("text " + i);
            }
            for (int i = 0; i < 2_000; i++) {
                assertThat(peer.readText()).isEqualTo("text " + i);
            }
            socket.abort();
        }
    }

    @Test
    void textsBeforeTheHandshakeAreSentAfterIt() throws Exception {
        Socket socket = connect();
        socket.send("early");
        try (Peer peer = server.accept()) {
            peer.upgrade();
            assertThat(peer.readText()).isEqualTo("early");
            socket.abort();
        }
    }

    @Test
    void aSocketIsFullUntilTheServerReads() throws Exception {
        Socket socket = connect();
        fill(socket);
        try (Peer peer = open()) {
            assertThat(peer.readText()).hasSize(1 << 20);
            assertThat(socket.isFull()).isTrue();
            assertThat(events.log).doesNotContain("drained");
            for (int i = 1; i < LARGE_TEXTS; i++) {
                assertThat(peer.readText()).hasSize(1 << 20);
            }
            assertThat(events.nextButHeard()).isEqualTo("drained");
            assertThat(socket.isFull()).isFalse();
            socket.abort();
        }
    }

    @Test
    void aSmallTextDoesNotHideThatASocketIsFull() throws Exception {
        Socket socket = connect();
        fill(socket);
        try (Peer peer = open()) {
            for (int i = 0; i < LARGE_TEXTS; i++) {
                assertThat(peer.readText()).hasSize(1 << 20);
                socket.send("small");
            }
            assertThat(events.nextButHeard()).isEqualTo("drained");
            socket.abort();
        }
    }

    @Test
    void aCloseFrameIsAnswered() throws Exception {
        Socket socket = connect();
        try (Peer peer = open()) {
            socket.request();
            peer.send(RawServer.CLOSE, true, new byte[] {0x03, (byte) 0xe8});
            assertThat(events.next()).isEqualTo("closed 1000 ");
            socket.abort(); // as a client does
            assertThat(peer.read().opcode()).isEqualTo(RawServer.CLOSE);
        }
    }

    @Test
    void partsMakeOneText() throws Exception {
        Socket socket = connect();
        try (Peer peer = open()) {
            socket.request();
            byte[] euro = "€".getBytes(StandardCharsets.UTF_8);
            peer.send(RawServer.TEXT, false, new byte[] {'a', euro[0]});
            peer.send(RawServer.PING, "still here");
            peer.send(0, true, new byte[] {euro[1], euro[2], 'b'});
            assertThat(events.nextButHeard()).isEqualTo("a€b");
            socket.abort();
        }
    }

    @Test
    void aTextOverTheLimitClosesTheConnection() throws Exception {
        Socket socket = connect();
        try (Peer peer = open()) {
            socket.request();
            peer.send(RawServer.TEXT, "x".repeat((1 << 20) + 1));
            assertThat(events.nextButHeard()).isEqualTo("closed 1009 message too large");
            assertThat(peer.isEnded()).isTrue();
        }
    }

    @Test
    void nothingArrivesThatWasNotRequested() throws Exception {
        Socket socket = connect();
        try (Peer peer = open()) {
            peer.send(RawServer.TEXT, "one");
            peer.send(RawServer.TEXT, "two");
            socket.request();
            assertThat(events.next()).isEqualTo("one");
            socket.ping(); // is answered, but not read
            assertThat(peer.read().opcode()).isEqualTo(RawServer.PING);
            assertThat(events.log).isEmpty();
            socket.request();
            assertThat(events.next()).isEqualTo("two");
            socket.abort();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401 Unauthorized,,refused 401 null",
        "302 Found,Location: /elsewhere,refused 302 null",
        "503 Service Unavailable,Retry-After: 2,refused 503 PT2S",
        "503 Service Unavailable,Retry-After: soon,refused 503 null",
        "'503 Service Unavailable','Retry-After: Tue, 01 Jan 2008 00:00:00 GMT',refused 503 null",
    })
    void aRefusedHandshakeHasItsStatus(String status, String header, String expected) throws Exception {
        Socket unused = connect();
        try (Peer peer = server.accept()) {
            peer.refuse(status, header == null ? "" : header + "\r\n");
            assertThat(events.next()).isEqualTo(expected);
        }
    }

    @Test
    void aServerThatIsNotThereIsAFailure() throws Exception {
        server.close();
        Socket unused = connect();
        assertThat(events.next()).isEqualTo("failed");
    }

    @Test
    void aCloseFrameIsReported() throws Exception {
        Socket socket = connect();
        try (Peer peer = open()) {
            socket.request();
            peer.send(RawServer.CLOSE, true, new byte[] {0x11, 0x31, 'o', 'u', 't'});
            assertThat(events.next()).isEqualTo("closed 4401 out");
        }
    }

    @Test
    void aCloseComesAfterWhatWasSent() throws Exception {
        Socket socket = connect();
        try (Peer peer = open()) {
            socket.send("last words");
            socket.close().toCompletableFuture().get(30, TimeUnit.SECONDS);
            assertThat(peer.readText()).isEqualTo("last words");
            assertThat(peer.read().opcode()).isEqualTo(RawServer.CLOSE);
            // The server does not answer it.
            assertThat(peer.isEnded()).isTrue();
        }
    }

    @Test
    void anAttemptThatIsGivenUpEndsTheHandshake() throws Exception {
        Socket socket = connect();
        try (Peer peer = server.accept()) {
            socket.abort();
            assertThat(peer.isEnded()).isTrue();
            assertThat(events.log).isEmpty();
        }
    }
}
