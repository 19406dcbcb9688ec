package dev.strait.test;

import dev.strait.runtime.spi.FrameSink;
import dev.strait.runtime.spi.HandshakeRefused;
import dev.strait.runtime.spi.PendingHandshake;
import jakarta.websocket.Endpoint;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.ServerEndpointConfig;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** A WebSocket container in memory, for one endpoint: it does the handshakes, and opens the sessions. */
final class KitContainer {

    /** The user property in which containers put the address of the client. */
    private static final String ADDRESS = "jakarta.websocket.endpoint.remoteAddress";

    private final ServerEndpointConfig endpoint;
    private final World world;
    private final HandlerFailures failures;
    private final Executor loop;
    private final Executor later;

    KitContainer(ServerEndpointConfig endpoint, World world, HandlerFailures failures) {
        this.endpoint = endpoint;
        this.failures = failures;
        this.world = world;
        this.loop = world.lane();
        this.later = world.lane();
    }

    /**
     * Connects a client.
     *
     * @throws RefusedHandshake if the server refuses the handshake
     */
    Socket connect(KitRequest request, Socket.Client client) {
        Socket socket = new Socket(world, loop, later, client);
        Map<String, Object> properties = new HashMap<>(endpoint.getUserProperties());
        properties.put(HandshakeRefused.ANSWERED, true);
        properties.put(PendingHandshake.SUPPORTED, true);
        properties.put(FrameSink.PROPERTY, socket);
        InetSocketAddress address = request.who().address();
        if (address != null) {
            properties.put(ADDRESS, address);
        }
        KitConfig config = new KitConfig(endpoint, properties);
        handshake(config, request);
        Endpoint instance = instance();
        KitSession session = new KitSession(instance, config, socket);
        socket.open(session);
        instance.onOpen(session, config);
        return socket;
    }

    private void handshake(KitConfig config, KitRequest request) {
        try {
            HandshakeResponse response = HashMap::new;
            try {
                endpoint.getConfigurator().modifyHandshake(config, request, response);
            } catch (PendingHandshake.Required required) {
                config.properties().put(PendingHandshake.PROPERTY, decided(required.handshake()));
                endpoint.getConfigurator().modifyHandshake(config, request, response);
            }
        } catch (HandshakeRefused refused) {
            throw new RefusedHandshake(
                    refused.status(), Optional.ofNullable(refused.getMessage()).orElse(""), Optional.empty(), failures);
        }
    }

    /** Lets the handler decide about a handshake. */
    private PendingHandshake decided(PendingHandshake handshake) {
        AtomicInteger status = new AtomicInteger();
        handshake.decide(status::set);
        world.runUntil(() -> status.get() != 0, Long.MAX_VALUE);
        if (status.get() != PendingHandshake.ACCEPTED) {
            throw new RefusedHandshake(
                    status.get(), "The handler has refused the handshake.", Optional.empty(), failures);
        }
        return handshake;
    }

    private Endpoint instance() {
        try {
            return (Endpoint) endpoint.getConfigurator().getEndpointInstance(endpoint.getEndpointClass());
        } catch (InstantiationException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
