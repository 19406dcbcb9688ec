package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Handshake;
import dev.strait.server.ChannelServer;
import dev.strait.server.ServerLimits;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The embedded server apart from its channels. */
class EmbeddedServerTest {

    private ChannelHub hub =
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

    private int start(ChannelServer.Builder builder) {
        server = builder.start();
        return server.port();
    }

    private HttpResponse<String> get(int port, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Await.TIMEOUT);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return TestClient.HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Reads no further than the end of this text. */
    private static String readUntil(InputStream in, String end) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf(end) < 0) {
            int next = in.read();
            assertThat(next).as("%s", text).isNotNegative();
            text.append((char) next);
        }
        return text.toString();
    }

    /** Returns all that is received until the server closes. */
    private static String exchange(int port, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(Await.TIMEOUT_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void healthChecksAndClassPathFilesAreServed() throws Exception {
        int port = start(builder());
        HttpResponse<String> health = get(port, "/healthz");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).isEqualTo("ok\n");
        HttpResponse<String> page = get(port, "/hello.txt?any=query");
        assertThat(page.body()).isEqualTo("hello\n");
        assertThat(page.headers().firstValue("Content-Type")).contains("text/plain; charset=utf-8");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(get(port, "/none.txt").statusCode()).isEqualTo(404);
        assertThat(get(port, "/ws/none").statusCode()).isEqualTo(404);
    }

    @Test
    void filesWithAMatchingETagAreNotSentAgain() throws Exception {
        int port = start(builder());
        String tag = get(port, "/hello.txt").headers().firstValue("ETag").orElseThrow();
        assertThat(get(port, "/hello.txt", "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(get(port, "/hello.txt", "If-None-Match", "\"other\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void filesInAFolderAreServedWithTheirCurrentContent(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        Path files = Files.createDirectories(folder.resolve("files"));
        Files.writeString(files.resolve("index.html"), "<p>start");
        Files.writeString(files.resolve(".hidden"), "hidden");
        Files.createSymbolicLink(files.resolve("link.txt"), secret);
        Files.write(files.resolve("large.bin"), new byte[3_000_000]);
        int port = start(builder().files(files));
        assertThat(get(port, "/").body()).isEqualTo("<p>start");
        assertThat(get(port, "/").headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        Files.writeString(files.resolve("index.html"), "<p>changed");
        assertThat(get(port, "/").body()).isEqualTo("<p>changed");
        assertThat(get(port, "/large.bin").body()).hasSize(3_000_000);
        assertThat(get(port, "/.hidden").statusCode()).isEqualTo(404);
        assertThat(get(port, "/link.txt").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secret.txt",
                "/%2e%2e/secret.txt",
                "/..%2fsecret.txt",
                "/a/../../secret.txt",
                "//secret.txt",
                "/..%5csecret.txt",
                "/%252e%252e/secret.txt",
                "/.hidden/secret.txt",
                "/link/secret.txt",
                "/c:/secret.txt",
                "/%00",
                "/."
            })
    void hiddenFilesAndFilesOutsideTheFolderAreNotServed(String path, @TempDir Path folder) throws Exception {
        Path files = Files.createDirectories(folder.resolve("files"));
        Files.writeString(folder.resolve("secret.txt"), "secret");
        Files.writeString(Files.createDirectories(files.resolve(".hidden")).resolve("secret.txt"), "secret");
        Files.createSymbolicLink(files.resolve("link"), folder);
        int port = start(builder().files(files));
        assertThat(exchange(port, "GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404 ")
                .doesNotContain("secret");
    }

    @Test
    void longPathsAreNotFoundAndEmptyOnesInvalid() throws Exception {
        int port = start(builder());
        assertThat(exchange(port, "GET " + "/a".repeat(4_000) + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404 ");
        assertThat(exchange(port, "GET ?x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ");
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrder() throws Exception {
        int port = start(builder());
        StringBuilder requests = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            requests.append("GET ")
                    .append(i % 2 == 0 ? "/hello.txt" : "/healthz")
                    .append(" HTTP/1.1\r\nHost: a\r\n");
            requests.append(i == 399 ? "Connection: close\r\n\r\n" : "\r\n");
        }
        String responses = exchange(port, requests.toString());
        assertThat(responses.split("HTTP/1.1 200", -1)).hasSize(401);
        assertThat(responses.replaceAll("(?s)HTTP/1.1 200.*?\r\n\r\n", "")).isEqualTo("hello\nok\n".repeat(200));
    }

    @Test
    void readingPausesWhileAClientSendsPingsButDoesNotRead() throws Exception {
        int port = start(builder());
        try (SocketChannel client = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
            client.write(StandardCharsets.US_ASCII.encode(upgrade()));
            byte[] ping = new byte[6 + 125];
            ping[0] = (byte) 0x89;
            ping[1] = (byte) (0x80 | 125);
            ByteBuffer pings = ByteBuffer.allocate(1_000 * ping.length);
            for (int i = 0; i < 1_000; i++) {
                pings.put(ping);
            }
            client.configureBlocking(false);
            long sent = 0;
            long lastProgress = System.nanoTime();
            // Write until the socket buffers are full, so that no bytes are accepted for a while.
            while (sent < 1_000_000 || System.nanoTime() - lastProgress < TimeUnit.MILLISECONDS.toNanos(500)) {
                int written = write(pings, client);
                sent += written;
                if (written > 0) {
                    lastProgress = System.nanoTime();
                } else {
                    LockSupport.parkNanos(1_000_000);
                }
                assertThat(sent).isLessThan(200_000_000L);
            }
            // Once the client reads, the server reads again: it accepts the same number of bytes.
            ByteBuffer pongs = ByteBuffer.allocate(65_536);
            for (long resumed = 0; resumed < sent; ) {
                int read = client.read(pongs.clear());
                assertThat(read).isNotNegative();
                int written = write(pings, client);
                resumed += written;
                if (read == 0 && written == 0) {
                    LockSupport.parkNanos(1_000_000);
                }
            }
        }
    }

    /** Writes what is accepted immediately. Rewinds the buffer at its end. */
    private static int write(ByteBuffer bytes, SocketChannel target) throws IOException {
        if (!bytes.hasRemaining()) {
            bytes.rewind();
        }
        return target.write(bytes);
    }

    @Test
    void headHasNoBodyAndOtherMethodsAreNotAllowed() throws Exception {
        int port = start(builder());
        assertThat(exchange(port, "HEAD /hello.txt HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ")
                .contains("content-length: 6")
                .endsWith("\r\n\r\n");
        assertThat(exchange(port, "DELETE /hello.txt HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405 ")
                .contains("allow: GET, HEAD");
    }

    @Test
    void oversizedAndMalformedRequestsAreRejectedAndClosed() throws Exception {
        int port = start(builder()
                .limits(EmbeddedContainer.patientLimits()
                        .maxRequestLineBytes(100)
                        .maxHeaderBytes(200)
                        .maxBodyBytes(10)
                        .build()));
        assertThat(exchange(port, "GET /" + "x".repeat(200) + " HTTP/1.1\r\nHost: a\r\n\r\n"))
                .startsWith("HTTP/1.1 414 ");
        assertThat(exchange(port, "GET / HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(300) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431 ");
        assertThat(exchange(
                        port,
                        "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 11\r\n\r\n01234567890"))
                .startsWith("HTTP/1.1 413 ");
        assertThat(exchange(port, "GET / HTTP/1.1\r\nbroken\u0001: \r\n\r\n")).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void aConnectionWithoutACompleteRequestIsClosed() throws Exception {
        int port = start(builder()
                .limits(EmbeddedContainer.patientLimits()
                        .requestTimeout(Duration.ofMillis(100))
                        .build()));
        assertThat(exchange(port, "")).isEmpty();
        assertThat(exchange(port, "GET / HTTP/1.1\r\nHos")).isEmpty();
    }

    @Test
    void anIdleConnectionIsClosed() throws Exception {
        int port = start(builder()
                .limits(EmbeddedContainer.patientLimits()
                        .keepAliveTimeout(Duration.ofMillis(100))
                        .build()));
        assertThat(exchange(port, "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")).endsWith("ok\n");
    }

    @Test
    void requestTimeoutsDoNotApplyToWebSockets() throws Exception {
        int port = start(builder()
                .limits(ServerLimits.builder()
                        .requestTimeout(Duration.ofSeconds(2))
                        .keepAliveTimeout(Duration.ofSeconds(2))
                        .build()));
        try (Socket member = new Socket(InetAddress.getLoopbackAddress(), port)) {
            member.setSoTimeout(Await.TIMEOUT_MILLIS);
            member.getOutputStream().write(upgrade().getBytes(StandardCharsets.US_ASCII));
            ChatEmitter chat = ChatEmitter.of(hub);
            Await.until(() -> chat.room("lobby").size() == 1);
            assertThat(exchange(port, "")).isEmpty(); // lasts as long as the timeouts
            chat.everyone().announcement("still here");
            assertThat(readUntil(member.getInputStream(), "still here\"}")).contains("HTTP/1.1 101");
        }
    }

    @Test
    void requestsPerConnectionAreLimited() throws Exception {
        int port = start(builder()
                .limits(EmbeddedContainer.patientLimits()
                        .maxRequestsPerConnection(2)
                        .build()));
        String request = "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n";
        String responses = exchange(port, request + request + request);
        assertThat(responses.split("ok\n", -1)).hasSize(3);
        assertThat(responses).contains("connection: close");
    }

    @Test
    void connectionsPerAddressAreLimited() throws Exception {
        int port = start(builder()
                .limits(EmbeddedContainer.patientLimits()
                        .maxConnectionsPerAddress(1)
                        .build()));
        try (TestClient ann = connect("ws", TestClient.HTTP, port)) {
            assertThat(exchange(port, "")).isEmpty();
            ann.expectNothing();
            ann.disconnect();
        }
        Await.until(() -> {
            try {
                return get(port, "/healthz").statusCode() == 200;
            } catch (Exception notYet) {
                return false;
            }
        });
    }

    @Test
    void tlsIsSupported(@TempDir Path folder) throws Exception {
        Tls tls = Tls.create(folder);
        int port = start(builder().tls(tls.certificates(), tls.privateKey()));
        HttpClient https = HttpClient.newBuilder().sslContext(tls.client()).build();
        URI uri = URI.create("https://localhost:" + port + "/hello.txt");
        assertThat(https.send(
                                HttpRequest.newBuilder(uri)
                                        .timeout(Await.TIMEOUT)
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body())
                .isEqualTo("hello\n");
        try (TestClient ann = connect("wss", https, port);
                TestClient bob = connect("wss", https, port)) {
            for (int i = 0; i < 100; i++) {
                ann.send("{'type':'say','text':'" + i + "'}");
            }
            for (int i = 0; i < 100; i++) {
                bob.expect("{'type':'said','user':'ann','text':'" + i + "'}");
            }
        }
        TestClient.connect(https.newWebSocketBuilder().header("Origin", "https://localhost:" + port), uri("wss", port))
                .close();
        assertThatThrownBy(() -> TestClient.connect(
                        https.newWebSocketBuilder().header("Origin", "http://localhost:" + port), uri("wss", port)))
                .hasMessageContaining("WebSocketHandshakeException");
    }

    @Test
    void aStoppingServerAcceptsNoConnectionsAndAnswers503() throws Exception {
        CountDownLatch mayEnd = new CountDownLatch(1);
        hub.add(OddityEndpoint.of(new OddityHandler<String>() {
            @Override
            public String open(Handshake handshake) {
                return "";
            }

            @Override
            public void onSum(Oddity.Sum sum, OddityConnection<String> from) {}

            @Override
            public void closed(OddityConnection<String> connection, CloseReason reason) {
                try {
                    mayEnd.await(); // the hub waits for this
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }));
        int port = start(EmbeddedContainer.server(hub));
        TestClient member = TestClient.connect(URI.create("ws://127.0.0.1:" + port + "/ws/oddity"));
        member.send("{}").expectError("invalid");
        try (Socket keptAlive = new Socket(InetAddress.getLoopbackAddress(), port)) {
            // A response shows that the server has accepted the connection. The system resets pending ones.
            keptAlive.setSoTimeout(Await.TIMEOUT_MILLIS);
            keptAlive.getOutputStream().write(healthRequest());
            assertThat(readUntil(keptAlive.getInputStream(), "ok\n")).startsWith("HTTP/1.1 200 ");
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(this::stop);
            assertThat(member.nextJson().path("type").asText()).isEqualTo("$bye");
            Await.until(() -> {
                try (Socket refused = new Socket(InetAddress.getLoopbackAddress(), port)) {
                    refused.setSoTimeout(Await.TIMEOUT_MILLIS);
                    return refused.getInputStream().read() < 0;
                } catch (IOException notListening) {
                    return true;
                }
            });
            keptAlive.getOutputStream().write(healthRequest());
            assertThat(new String(keptAlive.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 503 ")
                    .contains("connection: close");
            mayEnd.countDown();
            Await.result(stopped);
        }
    }

    private static byte[] healthRequest() {
        return "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void aClientThatDoesNotAnswerACloseIsDisconnected() throws Exception {
        hub = ChannelHub.builder()
                .limits(Running.generous().closeTimeout(Duration.ofMillis(500)).build())
                .build();
        int port = start(builder());
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
            client.setSoTimeout(Await.TIMEOUT_MILLIS);
            client.getOutputStream().write(upgrade().getBytes(StandardCharsets.US_ASCII));
            ChatEmitter chat = ChatEmitter.of(hub);
            Await.until(() -> chat.room("lobby").size() == 1);
            String id = chat.connections().get(0).id();
            chat.connection(id).close(new CloseReason(4000, "go"));
            byte[] all = client.getInputStream().readAllBytes();
            assertThat(new String(all, StandardCharsets.ISO_8859_1)).endsWith("\u0088\u0004\u000f\u00a0go");
            // Writing succeeds until the server closes its end of the socket.
            Await.until(() -> {
                try {
                    client.getOutputStream().write(0);
                    return false;
                } catch (IOException closed) {
                    return true;
                }
            });
        }
    }

    @Test
    void nioTransportWorks() {
        int port = start(builder().nioTransport().loopThreads(1));
        try (TestClient ann = connect("ws", TestClient.HTTP, port)) {
            ann.send("{'type':'say','text':'hi'}").expect("{'type':'said','user':'ann','text':'hi'}");
        }
    }

    @SuppressWarnings("StringConcatToTextBlock") // a text block would end its lines with \n
    private static String upgrade() {
        return "GET /ws/chat/lobby?user=ann HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
    }

    private static URI uri(String scheme, int port) {
        return URI.create(scheme + "://localhost:" + port + "/ws/chat/lobby?user=ann");
    }

    private static TestClient connect(String scheme, HttpClient http, int port) {
        return TestClient.connect(http.newWebSocketBuilder(), uri(scheme, port)).expectNothing();
    }
}
