package com.acme;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.spi.ChannelBinding;
import dev.strait.runtime.spi.ChannelConnection;
import dev.strait.runtime.spi.ChannelContract;
import dev.strait.runtime.spi.ChannelEndpoint;
import dev.strait.runtime.spi.DeploymentListener;
import dev.strait.runtime.spi.EndpointBinding;
import dev.strait.runtime.spi.Handlers;
import java.lang.AssertionError;
import java.lang.Object;
import java.lang.Override;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import javax.annotation.processing.Generated;

/**
 * The endpoint of {@link Lobby} with its handler or room, to be added to a hub.
 *
 * <p>A channel without rooms in its path.
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class LobbyEndpoint extends ChannelEndpoint {
    /**
     * Creates the endpoint for a container that finds this class by scanning. The handler or room is the only
     * service provider of {@link LobbyHandler} or {@link LobbyRoom}.
     *
     * @throws dev.strait.runtime.ChannelDeploymentException there is no provider, or more than one
     */
    public LobbyEndpoint() {
        this(Handlers.only(services(), LobbyHandler.class, LobbyRoom.class));
    }

    private LobbyEndpoint(EndpointBinding<?, ?, ?, ?> binding) {
        super(binding);
    }

    /**
     * Returns an endpoint whose connections all use this handler.
     */
    public static LobbyEndpoint of(LobbyHandler<?> handler) {
        return new LobbyEndpoint(new Binding<>(handler));
    }

    /**
     * Returns an endpoint whose rooms are those of this object. All endpoints with the same object share them.
     */
    public static LobbyEndpoint of(LobbyRoom<?, ?> room) {
        return new LobbyEndpoint(new LobbyRooms.Binding<>(room));
    }

    private static List<EndpointBinding<?, ?, ?, ?>> services() {
        List<EndpointBinding<?, ?, ?, ?>> found = new ArrayList<>();
        for (LobbyHandler<?> handler : ServiceLoader.load(LobbyHandler.class)) {
            found.add(new Binding<>(handler));
        }
        for (LobbyRoom<?, ?> room : ServiceLoader.load(LobbyRoom.class)) {
            found.add(new LobbyRooms.Binding<>(room));
        }
        return found;
    }

    /**
     * Passes the calls of the runtime on to the handler.
     */
    private static final class Binding<S> implements ChannelBinding<S, String, Lobby.ToServer, Lobby.ToClient>, DeploymentListener {
        private final LobbyHandler<S> handler;

        Binding(LobbyHandler<S> handler) {
            this.handler = handler;
        }

        @Override
        public Object application() {
            return handler;
        }

        @Override
        public ChannelContract<String, Lobby.ToServer, Lobby.ToClient> contract() {
            return LobbyCodec.CONTRACT;
        }

        @Override
        public S open(String key, Handshake handshake) {
            return handler.open(handshake);
        }

        @Override
        public Optional<String> user(S state, Handshake handshake) {
            return handler.user(state, handshake);
        }

        @Override
        public void join(String key, ChannelConnection<S, String, Lobby.ToClient> connection) {
            handler.join(key, new LobbyConnection<>(connection));
        }

        @Override
        public void joined(String key, ChannelConnection<S, String, Lobby.ToClient> connection) {
            handler.joined(key, new LobbyConnection<>(connection));
        }

        @Override
        public Object receive(Lobby.ToServer message,
                ChannelConnection<S, String, Lobby.ToClient> from) {
            LobbyConnection<S> connection = new LobbyConnection<>(from);
            if (message instanceof Lobby.Post post) {
                handler.onPost(post, connection);
                return null;
            }
            if (message instanceof Lobby.Shout shout) {
                handler.onShout(shout, connection);
                return null;
            }
            throw new AssertionError("Unknown type: " + message.getClass());
        }

        @Override
        public void left(String key, ChannelConnection<S, String, Lobby.ToClient> connection) {
            handler.left(key, new LobbyConnection<>(connection));
        }

        @Override
        public void reauthenticated(ChannelConnection<S, String, Lobby.ToClient> connection,
                String token) {
            handler.reauthenticated(new LobbyConnection<>(connection), token);
        }

        @Override
        public void closed(ChannelConnection<S, String, Lobby.ToClient> connection,
                CloseReason reason) {
            handler.closed(new LobbyConnection<>(connection), reason);
        }

        @Override
        public void deployed(ChannelHub hub) {
            handler.deployed(hub);
        }
    }
}
