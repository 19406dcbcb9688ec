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
 * The endpoint of {@link Zoo.Cage} with its handler or room, to be added to a hub.
 *
 * <p>All kinds of animals.
 */
@Generated("dev.strait.processor.ChannelProcessor")
final class Zoo_CageEndpoint extends ChannelEndpoint {
    /**
     * Creates the endpoint for a container that finds this class by scanning. The handler or room is the only
     * service provider of {@link Zoo_CageHandler} or {@link Zoo_CageRoom}.
     *
     * @throws dev.strait.runtime.ChannelDeploymentException there is no provider, or more than one
     */
    public Zoo_CageEndpoint() {
        this(Handlers.only(services(), Zoo_CageHandler.class, Zoo_CageRoom.class));
    }

    private Zoo_CageEndpoint(EndpointBinding<?, ?, ?, ?> binding) {
        super(binding);
    }

    /**
     * Returns an endpoint whose connections all use this handler.
     */
    public static Zoo_CageEndpoint of(Zoo_CageHandler<?> handler) {
        return new Zoo_CageEndpoint(new Binding<>(handler));
    }

    /**
     * Returns an endpoint whose rooms are those of this object. All endpoints with the same object share them.
     */
    public static Zoo_CageEndpoint of(Zoo_CageRoom<?, ?> room) {
        return new Zoo_CageEndpoint(new Zoo_CageRooms.Binding<>(room));
    }

    private static List<EndpointBinding<?, ?, ?, ?>> services() {
        List<EndpointBinding<?, ?, ?, ?>> found = new ArrayList<>();
        for (Zoo_CageHandler<?> handler : ServiceLoader.load(Zoo_CageHandler.class)) {
            found.add(new Binding<>(handler));
        }
        for (Zoo_CageRoom<?, ?> room : ServiceLoader.load(Zoo_CageRoom.class)) {
            found.add(new Zoo_CageRooms.Binding<>(room));
        }
        return found;
    }

    /**
     * Passes the calls of the runtime on to the handler.
     */
    private static final class Binding<S> implements ChannelBinding<S, Zoo.Cage.Room, Zoo.Cage.ToServer, Zoo.Cage.ToClient>, DeploymentListener {
        private final Zoo_CageHandler<S> handler;

        Binding(Zoo_CageHandler<S> handler) {
            this.handler = handler;
        }

        @Override
        public Object application() {
            return handler;
        }

        @Override
        public ChannelContract<Zoo.Cage.Room, Zoo.Cage.ToServer, Zoo.Cage.ToClient> contract() {
            return Zoo_CageCodec.CONTRACT;
        }

        @Override
        public S open(Zoo.Cage.Room key, Handshake handshake) {
            return handler.open(key, handshake);
        }

        @Override
        public Optional<String> user(S state, Handshake handshake) {
            return handler.user(state, handshake);
        }

        @Override
        public void join(Zoo.Cage.Room key,
                ChannelConnection<S, Zoo.Cage.Room, Zoo.Cage.ToClient> connection) {
            handler.join(key, new Zoo_CageConnection<>(connection));
        }

        @Override
        public void joined(Zoo.Cage.Room key,
                ChannelConnection<S, Zoo.Cage.Room, Zoo.Cage.ToClient> connection) {
            handler.joined(key, new Zoo_CageConnection<>(connection));
        }

        @Override
        public Object receive(Zoo.Cage.ToServer message,
                ChannelConnection<S, Zoo.Cage.Room, Zoo.Cage.ToClient> from) {
            Zoo_CageConnection<S> connection = new Zoo_CageConnection<>(from);
            if (message instanceof Zoo.Cage.Absent absent) {
                handler.onAbsent(absent, connection);
                return null;
            } else if (message instanceof Zoo.Cage.Holders holders) {
                handler.onHolders(holders, connection);
                return null;
            } else if (message instanceof Zoo.Cage.Range range) {
                handler.onRange(range, connection);
                return null;
            } else if (message instanceof Zoo.Cage.Primitives primitives) {
                handler.onPrimitives(primitives, connection);
                return null;
            } else if (message instanceof Zoo.Cage.Boxes boxes) {
                handler.onBoxes(boxes, connection);
                return null;
            } else if (message instanceof Zoo.Cage.Texts texts) {
                handler.onTexts(texts, connection);
                return null;
            } else if (message instanceof Zoo.Cage.Names names) {
                handler.onNames(names, connection);
                return null;
            } else if (message instanceof Zoo.Cage.New newMessage) {
                handler.onNew(newMessage, connection);
                return null;
            } else if (message instanceof Zoo.Cage.Long20k long20k) {
                handler.onLong20k(long20k, connection);
                return null;
            } else {
                throw new AssertionError("Unknown type: " + message.getClass());
            }
        }

        @Override
        public void left(Zoo.Cage.Room key,
                ChannelConnection<S, Zoo.Cage.Room, Zoo.Cage.ToClient> connection) {
            handler.left(key, new Zoo_CageConnection<>(connection));
        }

        @Override
        public void closed(ChannelConnection<S, Zoo.Cage.Room, Zoo.Cage.ToClient> connection,
                CloseReason reason) {
            handler.closed(new Zoo_CageConnection<>(connection), reason);
        }

        @Override
        public void deployed(ChannelHub hub) {
            handler.deployed(hub);
        }
    }
}
