package dev.strait.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A client of the application, with its own cookies. */
final class Client {

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final int port;

    Client(int port) {
        this.port = port;
    }

    HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(uri("http", path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Posts a form, with basic authentication if there is a user. */
    HttpResponse<String> post(String path, String form, @Nullable String user) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri("http", path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        if (user != null) {
            request.header("Authorization", basic(user));
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Signs in with the form, which begins a session. */
    void signIn(String user) throws Exception {
        assertThat(post("/login", "username=" + user + "&password=" + user, null)
                        .statusCode())
                .isEqualTo(302);
    }

    /** Connects with the cookies of the client, and basic authentication if there is a user. */
    Socket connect(String path, @Nullable String user) {
        return connect(path, user, null);
    }

    Socket connect(String path, @Nullable String user, @Nullable String origin) {
        Socket socket = new Socket();
        WebSocket.Builder builder = http.newWebSocketBuilder();
        if (user != null) {
            builder.header("Authorization", basic(user));
        }
        if (origin != null) {
            builder.header("Origin", origin);
        }
        socket.webSocket = builder.buildAsync(uri("ws", path), socket).join();
        return socket;
    }

    /** Returns the status of a handshake that is refused. */
    int refusedStatus(String path, @Nullable String user, @Nullable String origin) {
        int status = statusOf(path, user, origin);
        assertThat(status).isNotEqualTo(101);
        return status;
    }

    /** Returns the status of a handshake: 101 if it is accepted. */
    int statusOf(String path, @Nullable String user, @Nullable String origin) {
        try {
            connect(path, user, origin);
            return 101;
        } catch (CompletionException refused) {
            if (refused.getCause() instanceof WebSocketHandshakeException answer) {
                return answer.getResponse().statusCode();
            }
            throw refused;
        }
    }

    private URI uri(String scheme, String path) {
        return URI.create(scheme + "://localhost:" + port + path);
    }

    private static String basic(String user) {
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString((user + ":" + user).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** A connection, with what it has received. */
    static final class Socket implements WebSocket.Listener {

        private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
        private final StringBuilder parts = new StringBuilder();
        private @Nullable WebSocket webSocket;

        void send(String text) {
            Objects.requireNonNull(webSocket).sendText(text, true).join();
        }

        /** Skips what comes before a frame that contains a text, and returns that frame. */
        String await(String part) throws InterruptedException {
            while (true) {
                String next = received.poll(30, TimeUnit.SECONDS);
                assertThat(next).as("a frame with " + part).isNotNull();
                if (next.contains(part)) {
                    return next;
                }
            }
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket open, CharSequence part, boolean isLast) {
            parts.append(part);
            if (isLast) {
                received.add(parts.toString());
                parts.setLength(0);
            }
            open.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket open, int code, String reason) {
            received.add("closed " + code + " " + reason);
            return null;
        }

        @Override
        public void onError(WebSocket open, Throwable error) {
            received.add("failed " + error);
        }
    }
}
