package dev.strait.server;

import dev.strait.runtime.spi.FrameSink;
import dev.strait.runtime.spi.HandshakeRefused;
import dev.strait.runtime.spi.PendingHandshake;
import jakarta.websocket.Extension;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;
import org.glassfish.tyrus.core.RequestContext;

/**
 * Wraps a configurator, and adds what the embedded server supports beyond the Jakarta API: the address of the peer,
 * under the same name as in Jetty, and answers to refused handshakes.
 */
final class EmbeddedConfigurator extends ServerEndpointConfig.Configurator {

    private static final String ADDRESS = "jakarta.websocket.endpoint.remoteAddress";

    private final ServerEndpointConfig.Configurator configurator;

    private EmbeddedConfigurator(ServerEndpointConfig.Configurator configurator) {
        this.configurator = configurator;
    }

    static ServerEndpointConfig around(ServerEndpointConfig endpoint) {
        return ServerEndpointConfig.Builder.create(endpoint.getEndpointClass(), endpoint.getPath())
                .subprotocols(endpoint.getSubprotocols())
                .extensions(endpoint.getExtensions())
                .encoders(endpoint.getEncoders())
                .decoders(endpoint.getDecoders())
                .configurator(new EmbeddedConfigurator(endpoint.getConfigurator()))
                .build();
    }

    @Override
    public <T> T getEndpointInstance(Class<T> type) throws InstantiationException {
        return configurator.getEndpointInstance(type);
    }

    @Override
    public String getNegotiatedSubprotocol(List<String> supported, List<String> requested) {
        return configurator.getNegotiatedSubprotocol(supported, requested);
    }

    @Override
    public List<Extension> getNegotiatedExtensions(List<Extension> installed, List<Extension> requested) {
        return configurator.getNegotiatedExtensions(installed, requested);
    }

    @Override
    public boolean checkOrigin(String originHeaderValue) {
        return configurator.checkOrigin(originHeaderValue);
    }

    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        config.getUserProperties().put(HandshakeRefused.ANSWERED, true);
        if (request instanceof RequestContext context && context.getRemoteAddr() != null) {
            config.getUserProperties().put(ADDRESS, context.getRemoteAddr());
        }
        if (request.getHttpSession() instanceof UpgradeAttempt attempt) {
            config.getUserProperties().put(FrameSink.PROPERTY, attempt.sink());
            config.getUserProperties().put(PendingHandshake.SUPPORTED, true);
            if (attempt.accepted() != null) {
                config.getUserProperties().put(PendingHandshake.PROPERTY, attempt.accepted());
            }
        }
        configurator.modifyHandshake(config, request, response);
    }
}
