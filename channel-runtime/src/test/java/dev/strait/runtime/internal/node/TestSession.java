package dev.strait.runtime.internal.node;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.internal.handshake.HandshakeSnapshot;
import dev.strait.runtime.internal.handshake.HeaderBlock;
import dev.strait.runtime.spi.FrameBatch;
import dev.strait.runtime.spi.FrameSink;
import dev.strait.runtime.spi.TextReceiver;
import dev.strait.runtime.spi.WriteCallback;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** An in-memory WebSocket session that receives and sends frames on the test thread. */
final class TestSession implements FrameSink {

    final List<String> frames = new ArrayList<>();
    private final Map<String, Object> properties = new HashMap<>();
    private final Session session;
    private @Nullable TextReceiver receiver;
    boolean isPaused;
    jakarta.websocket.@Nullable CloseReason closed;

    @SuppressWarnings("ReferenceEquality") // a session equals only itself
    TestSession(String query) {
        properties.put(FrameSink.PROPERTY, this);
        properties.put("dev.strait.handshake.counted", true);
        properties.put(
                HandshakeSnapshot.PROPERTY,
                new HandshakeSnapshot(
                        "/lines", query, HeaderBlock.of(Map.of()), null, Map.of(), Map.of(), null, null, null));
        session = (Session) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Session.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getUserProperties" -> properties;
                    case "getNegotiatedExtensions" -> List.of();
                    case "close" -> {
                        closed = (jakarta.websocket.CloseReason) arguments[0];
                        yield null;
                    }
                    case "setMaxIdleTimeout", "addMessageHandler" -> null;
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    Session session() {
        return session;
    }

    EndpointConfig config() {
        return (EndpointConfig) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {EndpointConfig.class},
                (proxy, method, arguments) -> Map.of());
    }

    /** Receives a frame from the client. Single quotes stand for double quotes. */
    void receive(String frame) {
        receiver().text(frame.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    /** A frame begins to arrive. */
    void frameBegan() {
        receiver().frameBegan();
    }

    private TextReceiver receiver() {
        if (receiver == null) {
            throw new IllegalStateException("not open");
        }
        return receiver;
    }

    @Override
    public Executor loop() {
        return Runnable::run;
    }

    @Override
    public Executor later() {
        return Runnable::run;
    }

    @Override
    public void write(FrameBatch batch, WriteCallback callback) {
        for (int i = 0; i < batch.size(); i++) {
            frames.add(batch.frame(i).text().replace('"', '\''));
        }
        callback.written(null);
    }

    @Override
    public void pauseReading() {
        isPaused = true;
    }

    @Override
    public void resumeReading() {
        isPaused = false;
    }

    @Override
    public void receive(TextReceiver texts, int maxBytes) {
        receiver = texts;
    }

    @Override
    public boolean isSecure() {
        return false;
    }

    @Override
    public void abortAfter(long millis) {}

    CloseReason closeReason() {
        jakarta.websocket.CloseReason reason = java.util.Objects.requireNonNull(closed, "not closed");
        return new CloseReason(reason.getCloseCode().getCode(), reason.getReasonPhrase());
    }
}
