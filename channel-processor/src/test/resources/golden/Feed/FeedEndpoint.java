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
import java.lang.Void;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import javax.annotation.processing.Generated;

/**
 * The endpoint of {@link Feed} with its handler or room, to be added to a hub.
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class FeedEndpoint extends ChannelEndpoint {
    /**
     * Creates the endpoint for a container that finds this class by scanning. The handler or room is the only
     * service provider of {@link FeedHandler} or {@link FeedRoom}.
     *
     * @throws dev.strait.runtime.ChannelDeploymentException there is no provider, or more than one
     */
    public FeedEndpoint() {
        this(Handlers.only(services(), FeedHandler.class, FeedRoom.class));
    }

    private FeedEndpoint(EndpointBinding<?, ?, ?, ?> binding) {
        super(binding);
    }

    /**
     * Returns an endpoint whose connections all use this handler.
     */
    public static FeedEndpoint of(FeedHandler<?> handler) {
        return new FeedEndpoint(new Binding<>(handler));
    }

    /**
     * Returns an endpoint whose rooms are those of this object. All endpoints with the same object share them.
     */
    public static FeedEndpoint of(FeedRoom<?, ?> room) {
        return new FeedEndpoint(new FeedRooms.Binding<>(room));
    }

    private static List<EndpointBinding<?, ?, ?, ?>> services() {
        List<EndpointBinding<?, ?, ?, ?>> found = new ArrayList<>();
        for (FeedHandler<?> handler : ServiceLoader.load(FeedHandler.class)) {
            found.add(new Binding<>(handler));
        }
        for (FeedRoom<?, ?> room : ServiceLoader.load(FeedRoom.class)) {
            found.add(new FeedRooms.Binding<>(room));
        }
        return found;
    }

    /**
     * Passes the calls of the runtime on to the handler.
     */
    private static final class Binding<S> implements ChannelBinding<S, String, Void, Feed.ToClient>, DeploymentListener {
        private final FeedHandler<S> handler;

        Binding(FeedHandler<S> handler) {
            this.handler = handler;
        }

        @Override
        public Object application() {
            return handler;
        }

        @Override
        public ChannelContract<String, Void, Feed.ToClient> contract() {
            return FeedCodec.CONTRACT;
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
        public void join(String key, ChannelConnection<S, String, Feed.ToClient> connection) {
            handler.join(key, new FeedConnection<>(connection));
        }

        @Override
        public void joined(String key, ChannelConnection<S, String, Feed.ToClient> connection) {
            handler.joined(key, new FeedConnection<>(connection));
        }

        @Override
        public Object receive(Void message, ChannelConnection<S, String, Feed.ToClient> from) {
            throw new AssertionError("The contract declares no such message");
        }

        @Override
        public void left(String key, ChannelConnection<S, String, Feed.ToClient> connection) {
            handler.left(key, new FeedConnection<>(connection));
        }

        @Override
        public void reauthenticated(ChannelConnection<S, String, Feed.ToClient> connection,
                String token) {
            handler.reauthenticated(new FeedConnection<>(connection), token);
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
