package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A WebSocket client over TCP, as any client would be: the JDK's own. */
public final class TestClient implements AutoCloseable, WebSocket.Listener {

    /** One for all tests: each client has a thread until it is collected. */
    public static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final ObjectMapper JSON = new ObjectMapper();

    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final Semaphore pings = new Semaphore(0);
    private final Semaphore pongs = new Semaphore(0);
    private final StringBuilder partial = new StringBuilder();
    private @Nullable WebSocket socket;
    private volatile String closeText = "";

    private TestClient() {}

    public static TestClient connect(URI uri) {
        return connect(HTTP.newWebSocketBuilder(), uri);
    }

    public static TestClient connect(WebSocket.Builder builder, URI uri) {
        TestClient client = new TestClient();
        client.socket = Await.result(builder.buildAsync(uri, client));
        return client;
    }

    /** Sends a frame; single quotes stand for double ones. */
    public TestClient send(String frame) {
        return sendRaw(frame.replace('\'', '"'));
    }

    public TestClient sendRaw(String frame) {
        Await.result(socket().sendText(frame, true));
        return this;
    }

    /** Sends a frame that makes the server close. The close may come before the frame has been sent. */
    public TestClient sendLast(String frame) {
        tryToSend(() -> send(frame));
        return this;
    }

    /** Sends a frame so many times; the last makes the server close. */
    TestClient flood(int times, String frame) {
        for (int i = 1; i < times; i++) {
            send(frame);
        }
        return sendLast(frame);
    }

    /** Sends, unless the server has closed in the meantime. */
    static boolean tryToSend(Runnable send) {
        try {
            send.run();
            return true;
        } catch (CompletionException closed) {
            assertThat(closed).hasRootCauseInstanceOf(IOException.class);
            return false;
        }
    }

    /** Sends a binary frame, which makes the server close. */
    TestClient sendBinary(byte... bytes) {
        tryToSend(() -> Await.result(socket().sendBinary(ByteBuffer.wrap(bytes), true)));
        return this;
    }

    /** Sends a message in parts. */
    void sendParts(String... parts) {
        for (int i = 0; i < parts.length - 1; i++) {
            begin(parts[i]);
        }
        end(parts[parts.length - 1]);
    }

    /** The next frame; fails if none comes. */
    public String next() {
        try {
            String frame = frames.poll(Await.TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
            assertThat(frame)
                    .as("a frame within %s; closed: %s", Await.TIMEOUT, closed)
                    .isNotNull();
            return frame;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public JsonNode nextJson() {
        try {
            return JSON.readTree(next());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** The next frame is this one; single quotes stand for double ones. */
    public TestClient expect(String frame) {
        assertThat(next()).isEqualTo(frame.replace('\'', '"'));
        return this;
    }

    /** The next frame is an error of this code. */
    public JsonNode expectError(String code) {
        JsonNode error = nextJson();
        assertThat(error.path("type").asText()).as("%s", error).isEqualTo("$error");
        assertThat(error.path("code").asText()).as("%s", error).isEqualTo(code);
        return error;
    }

    /**
     * Nothing has come that was not expected. On the chat: an echo takes the same way as every message, so what the server
     * did before it has come when it comes.
     */
    public TestClient expectNothing() {
        send("{'type':'echo','text':'fence'}");
        return expect("{'type':'echoed','text':'fence'}");
    }

    /** Sends a part of a message that is not the last. */
    TestClient begin(String part) {
        Await.result(socket().sendText(part, false));
        return this;
    }

    /** Sends the last part of a message. */
    private void end(String part) {
        Await.result(socket().sendText(part, true));
    }

    /** Sends the last part of a message that makes the server close. */
    TestClient endLast(String part) {
        tryToSend(() -> end(part));
        return this;
    }

    /** All frames that have come and were not asked for. */
    List<String> rest() {
        List<String> rest = new ArrayList<>();
        frames.drainTo(rest);
        return rest;
    }

    /** Pings, and waits for the pong. */
    void pingServer() {
        Await.result(socket().sendPing(ByteBuffer.allocate(0)));
        take(pongs);
    }

    /** Waits for a ping of the server's, which the JDK answers by itself. */
    void awaitPing() {
        take(pings);
    }

    private static void take(Semaphore events) {
        try {
            assertThat(events.tryAcquire(Await.TIMEOUT_MILLIS, TimeUnit.MILLISECONDS))
                    .isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The code and the text of the close frame, with a space between. */
    String closing() {
        int code = closeCode();
        return code + " " + closeText;
    }

    /**
     * The server closes with this code, although it has not read all that this client has sent. Where the container cannot do
     * that without a reset, the reset will do.
     */
    public void expectCloseBeforeAllIsRead(int code) {
        try {
            assertThat(closeCode()).isEqualTo(code);
        } catch (CompletionException reset) {
            assertThat(TestContainer.has(TestContainer.Quirk.RESETS_UNREAD))
                    .as("%s", reset)
                    .isTrue();
            assertThat(reset).hasCauseInstanceOf(IOException.class);
        }
    }

    public int closeCode() {
        return Await.result(closed);
    }

    public void leave() {
        Await.result(socket().sendClose(WebSocket.NORMAL_CLOSURE, ""));
    }

    /** Without a close frame. */
    void abort() {
        socket().abort();
    }

    @Override
    public void close() {
        socket().abort();
    }

    private WebSocket socket() {
        return Objects.requireNonNull(socket);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            frames.add(partial.toString());
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
        pings.release();
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
        pongs.release();
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
        closeText = reason;
        closed.complete(statusCode);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.completeExceptionally(error);
    }
}
