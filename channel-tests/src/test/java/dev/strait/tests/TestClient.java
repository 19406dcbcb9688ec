package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
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

/** A WebSocket client with blocking methods, based on the JDK's. */
public final class TestClient implements AutoCloseable, WebSocket.Listener {

    /** Shared by all tests, because each HttpClient has a thread until it is garbage-collected. */
    public static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final ObjectMapper JSON = new ObjectMapper();

    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final Semaphore pings = new Semaphore(0);
    private final Semaphore pongs = new Semaphore(0);
    private final StringBuilder partial = new StringBuilder();
    private @Nullable WebSocket socket;
    private volatile String closeReason = "";

    private TestClient() {}

    public static TestClient connect(URI uri) {
        return connect(HTTP.newWebSocketBuilder(), uri);
    }

    public static TestClient connect(WebSocket.Builder builder, URI uri) {
        TestClient client = new TestClient();
        client.socket = Await.result(builder.buildAsync(uri, client));
        return client;
    }

    /** Sends a frame, with single quotes replaced by double quotes. */
    public TestClient send(String frame) {
        return sendRaw(frame.replace('\'', '"'));
    }

    public TestClient sendRaw(String frame) {
        Await.result(socket().sendText(frame, true));
        return this;
    }

    /** Sends a frame that makes the server close. The close may arrive before the frame is sent. */
    public TestClient sendLast(String frame) {
        tryToSend(() -> send(frame));
        return this;
    }

    /** Sends a frame several times. The last one makes the server close. */
    TestClient flood(int times, String frame) {
        for (int i = 1; i < times; i++) {
            send(frame);
        }
        return sendLast(frame);
    }

    /** Returns whether the frame was sent before the server closed the connection. */
    static boolean tryToSend(Runnable send) {
        try {
            send.run();
            return true;
        } catch (CompletionException closed) {
            assertThat(closed).hasRootCauseInstanceOf(IOException.class);
            return false;
        }
    }

    /** Returns whether a connection was opened: false if the server cannot be reached, or refuses the handshake. */
    static boolean tryToConnect(Runnable connect) {
        try {
            connect.run();
            return true;
        } catch (CompletionException refused) {
            assertThat(refused).hasCauseInstanceOf(IOException.class);
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
            sendPart(parts[i]);
        }
        sendLastPart(parts[parts.length - 1]);
    }

    /** Returns the HTTP response that refuses a handshake. */
    static HttpResponse<?> refusal(WebSocket.Builder builder, URI uri) {
        try {
            connect(builder, uri).close();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof WebSocketHandshakeException handshake) {
                return handshake.getResponse();
            }
            throw new AssertionError("not refused with an HTTP response", failed);
        }
        throw new AssertionError("not refused");
    }

    /** Waits for the next frame. */
    public String next() {
        try {
            String frame = frames.poll(Await.TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
            assertThat(frame)
                    .as("frame within %s; closed: %s", Await.TIMEOUT, closed)
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

    /** Expects this frame next, with single quotes replaced by double quotes. */
    public TestClient expect(String frame) {
        assertThat(next()).isEqualTo(frame.replace('\'', '"'));
        return this;
    }

    /** Expects an error with this code next. */
    public JsonNode expectError(String code) {
        JsonNode error = nextJson();
        assertThat(error.path("type").asText()).as("%s", error).isEqualTo("$error");
        assertThat(error.path("code").asText()).as("%s", error).isEqualTo(code);
        return error;
    }

    /**
     * Expects no further frame. It works on the chat channel only: the answer to an echo arrives after all frames that the
     * server sent before it.
     */
    public TestClient expectNothing() {
        send("{'type':'echo','text':'fence'}");
        return expect("{'type':'echoed','text':'fence'}");
    }

    /** Sends a part of a message, but not the last. */
    TestClient sendPart(String part) {
        Await.result(socket().sendText(part, false));
        return this;
    }

    /** Sends the last part of a message. */
    private void sendLastPart(String part) {
        Await.result(socket().sendText(part, true));
    }

    /** Sends the last part of a message that makes the server close. */
    TestClient tryToSendLastPart(String part) {
        tryToSend(() -> sendLastPart(part));
        return this;
    }

    /** Removes and returns all frames received so far. */
    List<String> drainFrames() {
        List<String> drained = new ArrayList<>();
        frames.drainTo(drained);
        return drained;
    }

    /** Sends a ping and waits for the pong. */
    void pingServer() {
        Await.result(socket().sendPing(ByteBuffer.allocate(0)));
        acquire(pongs);
    }

    /** Waits for a ping from the server. The JDK answers it. */
    void awaitPing() {
        acquire(pings);
    }

    private static void acquire(Semaphore events) {
        try {
            assertThat(events.tryAcquire(Await.TIMEOUT_MILLIS, TimeUnit.MILLISECONDS))
                    .isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns the code and the reason of the close frame, separated by a space. */
    String closeCodeAndReason() {
        int code = closeCode();
        return code + " " + closeReason;
    }

    /**
     * Expects a close with this code while the server has unread input. If the container then resets the connection, a reset
     * is accepted instead.
     */
    public void expectCloseWithUnreadInput(int code) {
        try {
            assertThat(closeCode()).isEqualTo(code);
        } catch (CompletionException reset) {
            assertThat(TestContainer.has(TestContainer.Quirk.RESETS_WITH_UNREAD_INPUT))
                    .as("%s", reset)
                    .isTrue();
            assertThat(reset).hasCauseInstanceOf(IOException.class);
        }
    }

    public boolean isClosed() {
        return closed.isDone();
    }

    public int closeCode() {
        return Await.result(closed);
    }

    public void disconnect() {
        Await.result(socket().sendClose(WebSocket.NORMAL_CLOSURE, ""));
    }

    /** Drops the connection without a close frame. */
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
        closeReason = reason;
        closed.complete(statusCode);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.completeExceptionally(error);
    }
}
