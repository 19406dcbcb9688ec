package dev.strait.server;

import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.Map;
import java.util.Set;
import org.glassfish.tyrus.core.TyrusWebSocketEngine;
import org.glassfish.tyrus.server.TyrusServerContainer;
import org.glassfish.tyrus.spi.WebSocketEngine;

/** Tyrus's engine as a Jakarta container, without I/O of its own. */
final class TyrusContainer extends TyrusServerContainer {

    static final String ROOT = "/";

    /** The maximum header of a masked frame (RFC 6455, section 5.2). */
    private static final int MAX_HEADER_BYTES = 14;

    private final WebSocketEngine engine;

    /**
     * Creates a container without endpoints.
     *
     * @param maxMessageBytes the maximum size of a message; by default, Tyrus would buffer 4 MiB of an incomplete one
     */
    TyrusContainer(int maxMessageBytes) {
        super(Set.of());
        setDefaultMaxSessionIdleTimeout(-1); // at 0, the default, Tyrus 2.2 schedules a task for each connection
        // Space for a message that is too large, so that it is refused with 1009, and for one more read. A full buffer
        // would close with 1011.
        int buffer = (int)
                Math.min(Integer.MAX_VALUE, 2L * maxMessageBytes + MAX_HEADER_BYTES + ChannelServer.MAX_READ_BYTES);
        engine = new RefusingEngine(
                TyrusWebSocketEngine.builder(this).incomingBufferSize(buffer).build());
    }

    @Override
    public void register(Class<?> endpoint) throws DeploymentException {
        engine.register(endpoint, ROOT);
    }

    @Override
    public void register(ServerEndpointConfig endpoint) throws DeploymentException {
        engine.register(EmbeddedConfigurator.around(endpoint), ROOT);
    }

    @Override
    public WebSocketEngine getWebSocketEngine() {
        return engine;
    }

    @Override
    public Map<String, Object> getProperties() {
        return Map.of();
    }
}
