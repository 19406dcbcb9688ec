package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.ChannelHub;
import dev.strait.server.ChannelServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The embedded server checks what RFC 6455, section 4.2.1, and RFC 9112 demand, and answers every handshake. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedHandshakeTest {

    private static final String PATH = "/ws/chat/lobby?user=ann";
    private static final List<String> HEADERS = List.of(
            "Host: a:8080",
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            "Sec-WebSocket-Version: 13");

    private final ChannelHub hub =
            ChannelHub.builder().limits(Running.generous().build()).build();
    private final ChatService service = new ChatService();
    private ChannelServer server;

    @BeforeAll
    void start() {
        hub.add(ChatEndpoint.of(service));
        server = EmbeddedContainer.server(hub).start();
    }

    @AfterAll
    void stop() {
        server.close();
        hub.close();
    }

    /** Returns the first line of the response, and its headers. */
    private String open(String requestLine, List<String> headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            return open(socket, requestLine, headers);
        }
    }

    private static String open(Socket socket, String requestLine, List<String> headers) throws IOException {
        String request = requestLine + "\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
        socket.setSoTimeout(Await.TIMEOUT_MILLIS);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            assertThat(next).as("the end of the response after \"%s\"", head).isNotNegative();
            head.append((char) next);
        }
        return head.toString();
    }

    private String get(String target) throws IOException {
        return open("GET " + target + " HTTP/1.1", HEADERS);
    }

    /** Returns the headers with one replaced or, if it is empty, removed. */
    private static List<String> with(String name, String value) {
        List<String> headers = new ArrayList<>(HEADERS);
        headers.removeIf(header -> header.startsWith(name + ":"));
        if (!value.isEmpty()) {
            headers.add(name + ": " + value);
        }
        return headers;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user[]=a",
                "f={%22a%22:1}",
                "q=50%",
                "n=%zz",
                "a=\"b\"",
                "a=|^`\\",
                "a=#",
                "a=\u00fc\u20ac",
                "%",
                "&&=&"
            })
    void queriesAreServedAsBrowsersWriteThem(String query) throws Exception {
        assertThat(get(PATH + "&" + query)).startsWith("HTTP/1.1 101 ");
    }

    @Test
    void valuesOfAQueryAreReadAsABrowserReadsThem() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            String request = "GET /ws/chat/queries?user=50%25+{\u20ac}%zz%20% HTTP/1.1";
            assertThat(open(socket, request, HEADERS)).startsWith("HTTP/1.1 101 ");
            // Only while the connection is open: the handler never sees one that has gone.
            Await.until(() -> service.calls.contains("open queries 50% {\u20ac}%zz %"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST, HTTP/1.1, 405",
        "PUT, HTTP/1.1, 405",
        "HEAD, HTTP/1.1, 405",
        "OPTIONS, HTTP/1.1, 405",
        "GET, HTTP/1.0, 400",
        "GET, HTTP/2.0, 505",
        "GET, HTTP/1.1, 101"
    })
    void onlyGetOfHttp11OpensAWebSocket(String method, String version, int status) throws Exception {
        assertThat(open(method + " " + PATH + " " + version, HEADERS)).startsWith("HTTP/1.1 " + status + " ");
    }

    @ParameterizedTest
    @CsvSource({
        "Host, '', 400",
        "Host, 'a b', 400",
        "Host, 'http://a', 400",
        "Host, '[::1]:8080', 101",
        "Host, my_app:8080, 101",
        "Connection, '', 400",
        "Connection, close, 400",
        "Connection, 'keep-alive, Upgrade', 101",
        "Upgrade, 'h2c, websocket', 101",
        "Upgrade, 'WebSocket, h2c', 101",
        "Sec-WebSocket-Key, '', 400",
        "Sec-WebSocket-Key, abcd, 400",
        "Sec-WebSocket-Key, !!!!!!!!!!!!!!!!!!!!!!==, 400",
        "Sec-WebSocket-Version, '', 426",
        "Sec-WebSocket-Version, 8, 426",
        "Sec-WebSocket-Extensions, 'a; b=\"c, d\"; =, ;;', 101",
        "Sec-WebSocket-Extensions, permessage-deflate, 101",
        "Sec-WebSocket-Protocol, ', ;;', 101",
        "Origin, 'http://a:8080', 101",
        "Origin, 'http://b:8080', 403"
    })
    void headersAreCheckedBeforeTheUpgrade(String name, String value, int status) throws Exception {
        String response = open("GET " + PATH + " HTTP/1.1", with(name, value));
        assertThat(response).startsWith("HTTP/1.1 " + status + " ").doesNotContainIgnoringCase("extensions");
        if (status == 426) {
            assertThat(response).containsIgnoringCase("\r\nsec-websocket-version: 13\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: a:8080", "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==", "Sec-WebSocket-Version: 13"})
    void headersThatMustOccurOnceAreRefusedTwice(String header) throws Exception {
        List<String> headers = new ArrayList<>(HEADERS);
        headers.add(header);
        assertThat(open("GET " + PATH + " HTTP/1.1", headers)).containsPattern("^HTTP/1.1 4(00|26) ");
    }

    @ParameterizedTest
    @CsvSource({
        "/ws/cha%74/lobby?user=ann, 101",
        "/ws/chat/lobby%zz?user=ann, 400",
        "//ws/chat/lobby?user=ann, 404",
        "//b:x%5e/ws/chat/lobby?user=ann, 404",
        "/ws/chat/[lobby]?user=ann, 101",
        "http://b/ws/chat/lobby?user=ann, 101",
        "HTTP://b, 404",
        "http://b c/, 400",
        "ws/chat/lobby, 400",
        "*, 404"
    })
    void targetsAreServedOrRefusedWithAStatus(String target, int status) throws Exception {
        assertThat(get(target)).startsWith("HTTP/1.1 " + status + " ");
    }

    @Test
    void theHostOfAnAbsoluteTargetIsTheOneThatCounts() throws Exception {
        assertThat(open("GET http://b" + PATH + " HTTP/1.1", with("Origin", "http://b")))
                .startsWith("HTTP/1.1 101 ");
        assertThat(open("GET http://b" + PATH + " HTTP/1.1", with("Origin", "http://a:8080")))
                .startsWith("HTTP/1.1 403 ");
    }

    @Test
    void healthIsAnsweredToHead() throws Exception {
        assertThat(open("HEAD /healthz HTTP/1.1", List.of("Host: a"))).startsWith("HTTP/1.1 200 ");
    }

    /** A refused client that keeps its connection would hold a file descriptor, perhaps the last one. */
    @Test
    void aRefusedHandshakeEndsItsConnection() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            String response = open(socket, "GET " + PATH + " HTTP/1.1", with("Origin", "http://evil.example.com"));
            assertThat(response).startsWith("HTTP/1.1 403 ").containsIgnoringCase("connection: close");
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }
}
