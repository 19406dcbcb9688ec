package dev.strait.server;

import dev.strait.runtime.spi.HandshakeRefused;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;
import org.glassfish.tyrus.spi.Connection;
import org.glassfish.tyrus.spi.UpgradeRequest;
import org.glassfish.tyrus.spi.UpgradeResponse;
import org.glassfish.tyrus.spi.WebSocketEngine;
import org.glassfish.tyrus.spi.Writer;

/** Wraps an engine, and answers refused handshakes with a status instead of dropping the connection. */
final class RefusingEngine implements WebSocketEngine {

    private final WebSocketEngine engine;

    RefusingEngine(WebSocketEngine engine) {
        this.engine = engine;
    }

    @Override
    public UpgradeInfo upgrade(UpgradeRequest request, UpgradeResponse response) {
        try {
            return engine.upgrade(request, response);
        } catch (HandshakeRefused refused) {
            response.getHeaders().clear(); // those of an accepted handshake
            response.getHeaders().put("Content-Length", List.of("0"));
            if (refused.status() == 503) {
                response.getHeaders().put(UpgradeResponse.RETRY_AFTER, List.of("1"));
            }
            response.setStatus(refused.status());
            return new Refused();
        }
    }

    @Override
    public void register(Class<?> endpoint, String contextPath) throws DeploymentException {
        engine.register(endpoint, contextPath);
    }

    @Override
    public void register(ServerEndpointConfig endpoint, String contextPath) throws DeploymentException {
        engine.register(endpoint, contextPath);
    }

    /** An upgrade that does not happen. */
    private static final class Refused implements UpgradeInfo {

        @Override
        public UpgradeStatus getStatus() {
            return UpgradeStatus.HANDSHAKE_FAILED;
        }

        @Override
        public Connection createConnection(Writer writer, Connection.CloseListener closeListener) {
            throw new IllegalStateException("The handshake was refused.");
        }
    }
}
