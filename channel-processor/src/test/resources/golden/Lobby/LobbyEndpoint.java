package com.acme;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.spi.ChannelBinding;
import dev.strait.runtime.spi.ChannelConnection;
import dev.strait.runtime.spi.ChannelContract;
import dev.strait.runtime.spi.ChannelEndpoint;
import dev.strait.runtime.spi.Handlers;
import java.util.Optional;
import java.util.ServiceLoader;
import javax.annotation.processing.Generated;

/**
 * {@link Lobby} with its handler, ready for a hub.
 *
 * <p>A channel without rooms in its path.
 */
@SuppressWarnings({"deprecation", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class LobbyEndpoint extends ChannelEndpoint {
    /**
     * For containers that find this class by themselves: the handler is the only provider of {@link LobbyHandler}.
     *
     * @throws dev.strait.runtime.ChannelDeploymentException there is none, or there are several
     */
    public LobbyEndpoint() {
        this(Handlers.only(LobbyHandler.class, ServiceLoader.load(LobbyHandler.class)));
    }

    private LobbyEndpoint(LobbyHandler<?> handler) {
        super(new Binding<>(handler));
    }

    /**
     * The channel with this handler, which serves all connections.
     */
    public static LobbyEndpoint of(LobbyHandler<?> handler) {
        return new LobbyEndpoint(handler);
    }

    /**
     * The runtime's calls, turned into those of the handler.
     */
    private static final class Binding<S> implements ChannelBinding<S, String, Lobby.ToServer, Lobby.ToClient> {
        private final LobbyHandler<S> handler;

        Binding(LobbyHandler<S> handler) {
            this.handler = handler;
        }

        @Override
        public ChannelContract<String, Lobby.ToServer, Lobby.ToClient> contract() {
            return LobbyCodec.CONTRACT;
        }

        @Override
        public S open(String room, Handshake handshake) {
            return handler.open(handshake);
        }

        @Override
        public Optional<String> user(S state, Handshake handshake) {
            return handler.user(state, handshake);
        }

        @Override
        public void join(String room, ChannelConnection<S, String, Lobby.ToClient> connection) {
            handler.join(room, new LobbyConnection<>(connection));
        }

        @Override
        public void joined(String room, ChannelConnection<S, String, Lobby.ToClient> connection) {
            handler.joined(room, new LobbyConnection<>(connection));
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
        public void left(String room, ChannelConnection<S, String, Lobby.ToClient> connection) {
            handler.left(room, new LobbyConnection<>(connection));
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
