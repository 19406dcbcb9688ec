package dev.strait.test;

import dev.strait.runtime.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.Extension;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.PongMessage;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.server.ServerEndpointConfig;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The server's side of a connection in memory, with what the runtime needs of a session. */
final class KitSession extends UnsupportedSession {

    private final Endpoint endpoint;
    private final Socket socket;
    private final Map<String, Object> properties;
    private final Map<Class<?>, MessageHandler> handlers = new HashMap<>();

    KitSession(Endpoint endpoint, ServerEndpointConfig config, Socket socket) {
        this.endpoint = endpoint;
        this.socket = socket;
        this.properties = new HashMap<>(config.getUserProperties());
    }

    /** Passes on a text that is larger than the receiver's maximum. */
    @SuppressWarnings("unchecked") // it was added for this type
    void text(String text) {
        ((MessageHandler.Partial<String>) handler(String.class)).onMessage(text, true);
    }

    @SuppressWarnings("unchecked") // it was added for this type
    private void pong() {
        PongMessage empty = () -> ByteBuffer.allocate(0);
        ((MessageHandler.Whole<PongMessage>) handler(PongMessage.class)).onMessage(empty);
    }

    private MessageHandler handler(Class<?> type) {
        MessageHandler handler = handlers.get(type);
        if (handler == null) {
            throw new IllegalStateException("The endpoint has no handler for " + type.getSimpleName() + ".");
        }
        return handler;
    }

    void ended(CloseReason reason) {
        endpoint.onClose(
                this,
                new jakarta.websocket.CloseReason(
                        jakarta.websocket.CloseReason.CloseCodes.getCloseCode(reason.code()), reason.text()));
    }

    @Override
    public Map<String, Object> getUserProperties() {
        return properties;
    }

    @Override
    public List<Extension> getNegotiatedExtensions() {
        return List.of();
    }

    @Override
    public boolean isOpen() {
        return !socket.isGone();
    }

    /** The hub has timers of its own. */
    @Override
    public void setMaxIdleTimeout(long milliseconds) {}

    @Override
    public <T> void addMessageHandler(Class<T> type, MessageHandler.Whole<T> handler) {
        handlers.put(type, handler);
    }

    @Override
    public <T> void addMessageHandler(Class<T> type, MessageHandler.Partial<T> handler) {
        handlers.put(type, handler);
    }

    @Override
    public RemoteEndpoint.Async getAsyncRemote() {
        return new UnsupportedRemote() {
            @Override
            public void sendPing(ByteBuffer data) {
                socket.pinged(KitSession.this::pong);
            }
        };
    }

    @Override
    public void close(jakarta.websocket.CloseReason reason) {
        socket.close(new CloseReason(
                reason.getCloseCode().getCode(), reason.getReasonPhrase() == null ? "" : reason.getReasonPhrase()));
    }
}
