package dev.strait.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A client based on the JDK's. All its operations have a timeout. */
final class WebSocketClient implements AutoCloseable, WebSocket.Listener {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long TIMEOUT_SECONDS = 30;

    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private @Nullable WebSocket socket;

    private WebSocketClient() {}

    static WebSocketClient connect(URI uri) {
        WebSocketClient client = new WebSocketClient();
        client.socket = await(HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(uri, client));
        return client;
    }

    void send(String frame) {
        await(socket().sendText(frame, true));
    }

    /** Returns the next frame. Fails if none arrives. */
    String next() {
        try {
            String frame = frames.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            if (frame == null) {
                throw new AssertionError("No frame has arrived within " + TIMEOUT_SECONDS + " s. Closed: " + closed);
            }
            return frame;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    JsonNode nextJson() {
        try {
            return JSON.readTree(next());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns the code of the server's close frame. Fails if none arrives. */
    int closeCode() {
        return await(closed);
    }

    /** Sends a close frame. */
    void disconnect() {
        await(socket().sendClose(WebSocket.NORMAL_CLOSURE, ""));
    }

    @Override
    public void close() {
        socket().abort();
    }

    private WebSocket socket() {
        return Objects.requireNonNull(socket);
    }

    private static <T> T await(CompletableFuture<T> future) {
        return future.orTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
        partial.append(data);
        if (isLast) {
            frames.add(partial.toString());
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.completeExceptionally(error);
    }
}
