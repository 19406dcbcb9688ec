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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import javax.annotation.processing.Generated;

/**
 * {@link Lobby} with what serves it, ready for a hub.
 *
 * <p>A channel without rooms in its path.
 */
@SuppressWarnings({"deprecation", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class LobbyEndpoint extends ChannelEndpoint {
    /**
     * For containers that find this class by themselves: what serves it is the only provider of
     * {@link LobbyHandler} or of {@link LobbyRoom}.
     *
     * @throws dev.strait.runtime.ChannelDeploymentException there is none, or there are several
     */
    public LobbyEndpoint() {
        this(Handlers.only(services(), LobbyHandler.class, LobbyRoom.class));
    }

    private LobbyEndpoint(EndpointBinding<?, ?, ?, ?> binding) {
        super(binding);
    }

    /**
     * The channel with this handler, which serves all connections.
     */
    public static LobbyEndpoint of(LobbyHandler<?> handler) {
        return new LobbyEndpoint(new Binding<>(handler));
    }

    /**
     * The channel with this room, which serves all rooms. All endpoints with it share their states.
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
     * The runtime's calls, turned into those of the handler.
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
            } else if (message instanceof Lobby.Shout shout) {
                handler.onShout(shout, connection);
                return null;
            } else {
                throw new AssertionError(message);
            }
        }

        @Override
        public void left(String key, ChannelConnection<S, String, Lobby.ToClient> connection) {
            handler.left(key, new LobbyConnection<>(connection));
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
