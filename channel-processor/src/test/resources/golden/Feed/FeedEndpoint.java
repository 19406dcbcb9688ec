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
 * {@link Feed} with its handler, ready for a hub.
 */
@Generated("dev.strait.processor.ChannelProcessor")
public final class FeedEndpoint extends ChannelEndpoint {
    /**
     * For containers that find this class by themselves: the handler is the only provider of {@link FeedHandler}.
     *
     * @throws dev.strait.runtime.ChannelDeploymentException there is none, or there are several
     */
    public FeedEndpoint() {
        this(Handlers.only(FeedHandler.class, ServiceLoader.load(FeedHandler.class)));
    }

    private FeedEndpoint(FeedHandler<?> handler) {
        super(new Binding<>(handler));
    }

    /**
     * The channel with this handler, which serves all connections.
     */
    public static FeedEndpoint of(FeedHandler<?> handler) {
        return new FeedEndpoint(handler);
    }

    /**
     * The runtime's calls, turned into those of the handler.
     */
    private static final class Binding<S> implements ChannelBinding<S, String, Void, Feed.ToClient> {
        private final FeedHandler<S> handler;

        Binding(FeedHandler<S> handler) {
            this.handler = handler;
        }

        @Override
        public ChannelContract<String, Void, Feed.ToClient> contract() {
            return FeedCodec.CONTRACT;
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
        public void join(String room, ChannelConnection<S, String, Feed.ToClient> connection) {
            handler.join(room, new FeedConnection<>(connection));
        }

        @Override
        public void joined(String room, ChannelConnection<S, String, Feed.ToClient> connection) {
            handler.joined(room, new FeedConnection<>(connection));
        }

        @Override
        public Object receive(Void message, ChannelConnection<S, String, Feed.ToClient> from) {
            throw new AssertionError(message);
        }

        @Override
        public void left(String room, ChannelConnection<S, String, Feed.ToClient> connection) {
            handler.left(room, new FeedConnection<>(connection));
        }

        @Override
        public void closed(ChannelConnection<S, String, Feed.ToClient> connection,
                CloseReason reason) {
            handler.closed(new FeedConnection<>(connection), reason);
        }

        @Override
        public void deployed(ChannelHub hub) {
            handler.deployed(hub);
        }
    }
}
