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
 * The endpoint of {@link Nested.Cage} with its handler or room, to be added to a hub.
 *
 * <p>All kinds of animals.
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
final class Nested_CageEndpoint extends ChannelEndpoint {
    /**
     * Creates the endpoint for a container that finds this class by scanning. The handler or room is the only
     * service provider of {@link Nested_CageHandler} or {@link Nested_CageRoom}.
     *
     * @throws dev.strait.runtime.ChannelDeploymentException there is no provider, or more than one
     */
    public Nested_CageEndpoint() {
        this(Handlers.only(services(), Nested_CageHandler.class, Nested_CageRoom.class));
    }

    private Nested_CageEndpoint(EndpointBinding<?, ?, ?, ?> binding) {
        super(binding);
    }

    /**
     * Returns an endpoint whose connections all use this handler.
     */
    public static Nested_CageEndpoint of(Nested_CageHandler<?> handler) {
        return new Nested_CageEndpoint(new Binding<>(handler));
    }

    /**
     * Returns an endpoint whose rooms are those of this object. All endpoints with the same object share them.
     */
    public static Nested_CageEndpoint of(Nested_CageRoom<?, ?> room) {
        return new Nested_CageEndpoint(new Nested_CageRooms.Binding<>(room));
    }

    private static List<EndpointBinding<?, ?, ?, ?>> services() {
        List<EndpointBinding<?, ?, ?, ?>> found = new ArrayList<>();
        for (Nested_CageHandler<?> handler : ServiceLoader.load(Nested_CageHandler.class)) {
            found.add(new Binding<>(handler));
        }
        for (Nested_CageRoom<?, ?> room : ServiceLoader.load(Nested_CageRoom.class)) {
            found.add(new Nested_CageRooms.Binding<>(room));
        }
        return found;
    }

    /**
     * Passes the calls of the runtime on to the handler.
     */
    private static final class Binding<S> implements ChannelBinding<S, Nested.Cage.Room, Nested.Cage.ToServer, Void>, DeploymentListener {
        private final Nested_CageHandler<S> handler;

        Binding(Nested_CageHandler<S> handler) {
            this.handler = handler;
        }

        @Override
        public Object application() {
            return handler;
        }

        @Override
        public ChannelContract<Nested.Cage.Room, Nested.Cage.ToServer, Void> contract() {
            return Nested_CageCodec.CONTRACT;
        }

        @Override
        public S open(Nested.Cage.Room key, Handshake handshake) {
            return handler.open(key, handshake);
        }

        @Override
        public Optional<String> user(S state, Handshake handshake) {
            return handler.user(state, handshake);
        }

        @Override
        public void join(Nested.Cage.Room key,
                ChannelConnection<S, Nested.Cage.Room, Void> connection) {
            handler.join(key, new Nested_CageConnection<>(connection));
        }

        @Override
        public void joined(Nested.Cage.Room key,
                ChannelConnection<S, Nested.Cage.Room, Void> connection) {
            handler.joined(key, new Nested_CageConnection<>(connection));
        }

        @Override
        public Object receive(Nested.Cage.ToServer message,
                ChannelConnection<S, Nested.Cage.Room, Void> from) {
            Nested_CageConnection<S> connection = new Nested_CageConnection<>(from);
            if (message instanceof Nested.Cage.Feed feed) {
                handler.onFeed(feed, connection);
                return null;
            }
            if (message instanceof Nested.Cage.Look look) {
                handler.onLook(look, connection);
                return null;
            }
            throw new AssertionError("Unknown type: " + message.getClass());
        }

        @Override
        public void left(Nested.Cage.Room key,
                ChannelConnection<S, Nested.Cage.Room, Void> connection) {
            handler.left(key, new Nested_CageConnection<>(connection));
        }

        @Override
        public void reauthenticated(ChannelConnection<S, Nested.Cage.Room, Void> connection,
                String token) {
            handler.reauthenticated(new Nested_CageConnection<>(connection), token);
        }

        @Override
        public void closed(ChannelConnection<S, Nested.Cage.Room, Void> connection,
                CloseReason reason) {
            handler.closed(new Nested_CageConnection<>(connection), reason);
        }

        @Override
        public void deployed(ChannelHub hub) {
            handler.deployed(hub);
        }
    }
}
