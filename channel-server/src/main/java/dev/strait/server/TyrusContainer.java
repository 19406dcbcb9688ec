package dev.strait.server;

import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.Map;
import java.util.Set;
import org.glassfish.tyrus.core.TyrusWebSocketEngine;
import org.glassfish.tyrus.server.TyrusServerContainer;
import org.glassfish.tyrus.spi.WebSocketEngine;

/** Tyrus' engine as a Jakarta container, without any I/O of its own. */
final class TyrusContainer extends TyrusServerContainer {

    static final String ROOT = "/";

    private final WebSocketEngine engine;

    TyrusContainer() {
        super(Set.of());
        engine = TyrusWebSocketEngine.builder(this).build();
    }

    @Override
    public void register(Class<?> endpoint) throws DeploymentException {
        engine.register(endpoint, ROOT);
    }

    @Override
    public void register(ServerEndpointConfig endpoint) throws DeploymentException {
        engine.register(AddressTellingConfigurator.around(endpoint), ROOT);
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
