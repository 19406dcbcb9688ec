package dev.strait.war;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A client that records the first frame and the close code. */
final class WarClient implements WebSocket.Listener {

    private final CompletableFuture<String> first = new CompletableFuture<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final WebSocket socket;

    WarClient(int port, String path) {
        this(HttpClient.newHttpClient().newWebSocketBuilder(), port, path);
    }

    WarClient(int port, String path, String origin) {
        this(HttpClient.newHttpClient().newWebSocketBuilder().header("Origin", origin), port, path);
    }

    private WarClient(WebSocket.Builder builder, int port, String path) {
        socket = builder.buildAsync(URI.create("ws://127.0.0.1:" + port + path), this)
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    void send(String frame) {
        socket.sendText(frame, true).join();
    }

    String first() {
        return first.orTimeout(10, TimeUnit.SECONDS).join();
    }

    int closeCode() {
        return closed.orTimeout(10, TimeUnit.SECONDS).join();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        first.complete(data.toString());
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
        closed.complete(statusCode);
        return null;
    }
}
