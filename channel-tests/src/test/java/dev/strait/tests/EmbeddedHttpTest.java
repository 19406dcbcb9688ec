package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.ChannelHub;
import dev.strait.server.ChannelServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What RFC 9110 and RFC 9112 demand of the embedded server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedHttpTest {

    private final ChannelHub hub = ChannelHub.create();
    private ChannelServer server;

    @BeforeAll
    void start() {
        hub.add(ChatEndpoint.of(new ChatService()));
        server = EmbeddedContainer.server(hub).start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /** Returns all that is received until the server closes, after the client has ended its side if it should. */
    private String exchange(String request, boolean isHalfClosed) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(Await.TIMEOUT_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            if (isHalfClosed) {
                socket.shutdownOutput();
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private String get(String path, String... headers) throws IOException {
        return exchange(
                "GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
                        + String.join(
                                "",
                                List.of(headers).stream()
                                        .map(line -> line + "\r\n")
                                        .toList()) + "\r\n",
                false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/hello.txt", "/none", "/healthz", "/%zz"})
    void everyResponseHasADate(String path) throws Exception {
        assertThat(get(path))
                .containsPattern("(?i)\r\ndate: [A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} [0-9:]{8} GMT\r\n");
    }

    @Test
    void aRefusedBodyOrExpectationEndsTheConnection() throws Exception {
        String large = exchange(
                "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 99999999\r\n\r\n", true);
        assertThat(large).startsWith("HTTP/1.1 413").containsIgnoringCase("connection: close\r\n");
        String odd = exchange("POST / HTTP/1.1\r\nHost: a\r\nExpect: magic\r\nContent-Length: 1\r\n\r\nx", true);
        assertThat(odd).startsWith("HTTP/1.1 417").containsIgnoringCase("connection: close\r\n");
    }

    @Test
    void tagsAreComparedWeaklyAndInLists() throws Exception {
        String tag = get("/hello.txt").replaceAll("(?is).*\r\netag: (\"[^\"]*\")\r\n.*", "$1");
        for (String known : List.of(tag, "W/" + tag, "\"x\", " + tag, "\"x\",W/" + tag, "*")) {
            assertThat(get("/hello.txt", "If-None-Match: " + known)).as(known).startsWith("HTTP/1.1 304");
        }
        assertThat(get("/hello.txt", "If-None-Match: \"x\"", "If-None-Match: " + tag))
                .startsWith("HTTP/1.1 304");
        assertThat(get("/hello.txt", "If-None-Match: \"x\"")).startsWith("HTTP/1.1 200");
    }

    @Test
    void healthChecksMayHaveAQuery() throws Exception {
        assertThat(get("/healthz?verbose")).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Host: a\r\nHost: b\r\n", "Host: a b@c\r\n"})
    void theHostIsCheckedWhateverTheFormOfTheTarget(String hosts) throws Exception {
        for (String target : List.of("/hello.txt", "http://a/hello.txt")) {
            assertThat(exchange("GET " + target + " HTTP/1.1\r\n" + hosts + "\r\n", false))
                    .as(target)
                    .startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void transferCodingsBesideChunkedAreNotImplemented() throws Exception {
        String request = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n";
        assertThat(exchange(request, true)).startsWith("HTTP/1.1 501");
    }

    @Test
    void aClientThatEndsItsSideGetsItsResponses() throws Exception {
        String request = "GET /hello.txt HTTP/1.1\r\nHost: a\r\n\r\n";
        assertThat(exchange(request + request, true)).containsSubsequence("hello\n", "hello\n");
        assertThat(exchange("GET /hel", true)).isEmpty();
    }
}
