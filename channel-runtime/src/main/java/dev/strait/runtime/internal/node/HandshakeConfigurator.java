package dev.strait.runtime.internal.node;

import dev.strait.runtime.internal.handshake.ClientAddress;
import dev.strait.runtime.internal.handshake.HandshakeSnapshot;
import dev.strait.runtime.internal.handshake.Origins;
import dev.strait.runtime.internal.handshake.PathTemplate;
import dev.strait.runtime.spi.ChannelEndpoint;
import dev.strait.runtime.spi.FrameSink;
import dev.strait.runtime.spi.HandshakeRefused;
import dev.strait.runtime.spi.HiddenEndpoint;
import dev.strait.runtime.spi.PendingHandshake;
import jakarta.websocket.Extension;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Handles handshakes: it checks the host, the origin and the rate, keeps the request, and negotiates no extensions. */
final class HandshakeConfigurator extends ServerEndpointConfig.Configurator {

    /** The user property of a handshake that was counted against the rate limit. */
    static final String COUNTED = "dev.strait.handshake.counted";

    /** The user property in which Jetty and the embedded server put the address of the peer. */
    static final String ADDRESS = "jakarta.websocket.endpoint.remoteAddress";

    private final Deployment<?, ?, ?, ?> deployment;
    private final ChannelEndpoint endpoint;
    private final Node node;
    private final Origins origins;
    private final PathTemplate template;

    HandshakeConfigurator(Deployment<?, ?, ?, ?> deployment, ChannelEndpoint endpoint, Node node, Origins origins) {
        this.deployment = deployment;
        this.endpoint = endpoint;
        this.node = node;
        this.origins = origins;
        this.template = PathTemplate.parse(endpoint.path());
    }

    @Override
    public <T> T getEndpointInstance(Class<T> type) {
        return type.cast(type.isInstance(endpoint) ? endpoint : new HiddenEndpoint(endpoint));
    }

    @Override
    public String getNegotiatedSubprotocol(List<String> supported, List<String> requested) {
        return requested.stream().filter(supported::contains).findFirst().orElse("");
    }

    @Override
    public List<Extension> getNegotiatedExtensions(List<Extension> installed, List<Extension> requested) {
        return List.of();
    }

    /** Accepts all: the check needs the Host header, which only {@link #modifyHandshake} has. */
    @Override
    public boolean checkOrigin(String originHeaderValue) {
        return true;
    }

    /**
     * Checks the host and the origin, and the rate if the container can answer a refusal, and keeps the request.
     *
     * @throws HandshakeRefused if the handshake is refused
     * @throws PendingHandshake.Required if the handler decides about the handshake first
     */
    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        if (config.getUserProperties().get(PendingHandshake.PROPERTY) instanceof EarlyOpening<?, ?, ?, ?> accepted) {
            if (node.environment().isClosed()) { // meanwhile
                throw HandshakeRefused.stopping();
            }
            config.getUserProperties().put(HandshakeSnapshot.PROPERTY, accepted.handshake());
            return;
        }
        HandshakeSnapshot handshake = check(config, request);
        if (deployment.isDecidedEarly() && config.getUserProperties().containsKey(PendingHandshake.SUPPORTED)) {
            throw new PendingHandshake.Required(deployment.beginEarly(handshake));
        }
        config.getUserProperties().put(HandshakeSnapshot.PROPERTY, handshake);
    }

    private HandshakeSnapshot check(ServerEndpointConfig config, HandshakeRequest request) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(request.getHeaders());
        String host =
                headers.getOrDefault("Host", List.of()).stream().findFirst().orElse(null);
        if (!node.hosts().accepts(host)) {
            node.refusedHandshakes().ofHost(endpoint.path(), host);
            throw HandshakeRefused.wrongHost();
        }
        List<String> origin = headers.getOrDefault("Origin", List.of());
        Object peer = peer(config, headers);
        boolean isSecure = isSecure(config, request) || node.proxies().isForwardedWithTls(peer, headers);
        if (!origins.accepts(origin, host, isSecure)) {
            node.refusedHandshakes().ofOrigin(endpoint.path(), origin);
            throw HandshakeRefused.forbidden();
        }
        HandshakeSnapshot handshake = HandshakeSnapshot.of(request, deployment.roles(), node.attributes(request));
        boolean isPathKnown = template.variables().isEmpty()
                || template.match(handshake.path()).isPresent();
        if (!isPathKnown) { // the container ignores path parameters, or dots
            throw HandshakeRefused.notFound();
        }
        Optional<ClientAddress> client = node.proxies().client(peer, headers);
        if (config.getUserProperties().containsKey(HandshakeRefused.ANSWERED)) {
            if (!node.tryOpen(endpoint.path(), client.orElse(null))) {
                throw node.environment().isClosed() ? HandshakeRefused.stopping() : HandshakeRefused.overloaded();
            }
            config.getUserProperties().put(COUNTED, true);
        }
        return client.map(handshake::withClient).orElse(handshake);
    }

    private static @Nullable Object peer(ServerEndpointConfig config, Map<String, List<String>> headers) {
        Object known = config.getUserProperties().get(ADDRESS);
        if (known != null || !config.getUserProperties().containsKey(HandshakeRefused.ANSWERED)) {
            return known;
        }
        return headers.getOrDefault(HandshakeRefused.ADDRESS_HEADER, List.of()).stream()
                .findFirst()
                .orElse(null);
    }

    private static boolean isSecure(ServerEndpointConfig config, HandshakeRequest request) {
        if (config.getUserProperties().get(FrameSink.PROPERTY) instanceof FrameSink sink) {
            return sink.isSecure();
        }
        String scheme = request.getRequestURI().getScheme();
        return "wss".equals(scheme) || "https".equals(scheme);
    }
}
