package dev.strait.server;

import jakarta.websocket.Extension;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;
import org.glassfish.tyrus.core.RequestContext;

/** Another configurator, and the peer's address told in the way of Jetty; the Jakarta API has none. */
final class AddressTellingConfigurator extends ServerEndpointConfig.Configurator {

    private static final String ADDRESS = "jakarta.websocket.endpoint.remoteAddress";

    private final ServerEndpointConfig.Configurator configurator;

    private AddressTellingConfigurator(ServerEndpointConfig.Configurator configurator) {
        this.configurator = configurator;
    }

    static ServerEndpointConfig around(ServerEndpointConfig endpoint) {
        return ServerEndpointConfig.Builder.create(endpoint.getEndpointClass(), endpoint.getPath())
                .subprotocols(endpoint.getSubprotocols())
                .extensions(endpoint.getExtensions())
                .encoders(endpoint.getEncoders())
                .decoders(endpoint.getDecoders())
                .configurator(new AddressTellingConfigurator(endpoint.getConfigurator()))
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
        if (request instanceof RequestContext context && context.getRemoteAddr() != null) {
            config.getUserProperties().put(ADDRESS, context.getRemoteAddr());
        }
        configurator.modifyHandshake(config, request, response);
    }
}
