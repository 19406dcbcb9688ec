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
 * The endpoint of {@link Auction} with its handler or room, to be added to a hub.
 *
 * <p>One lot.
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class AuctionEndpoint extends ChannelEndpoint {
    /**
     * Creates the endpoint for a container that finds this class by scanning. The handler or room is the only
     * service provider of {@link AuctionHandler} or {@link AuctionRoom}.
     *
     * @throws dev.strait.runtime.ChannelDeploymentException there is no provider, or more than one
     */
    public AuctionEndpoint() {
        this(Handlers.only(services(), AuctionHandler.class, AuctionRoom.class));
    }

    private AuctionEndpoint(EndpointBinding<?, ?, ?, ?> binding) {
        super(binding);
    }

    /**
     * Returns an endpoint whose connections all use this handler.
     */
    public static AuctionEndpoint of(AuctionHandler<?> handler) {
        return new AuctionEndpoint(new Binding<>(handler));
    }

    /**
     * Returns an endpoint whose rooms are those of this object. All endpoints with the same object share them.
     */
    public static AuctionEndpoint of(AuctionRoom<?, ?> room) {
        return new AuctionEndpoint(new AuctionRooms.Binding<>(room));
    }

    private static List<EndpointBinding<?, ?, ?, ?>> services() {
        List<EndpointBinding<?, ?, ?, ?>> found = new ArrayList<>();
        for (AuctionHandler<?> handler : ServiceLoader.load(AuctionHandler.class)) {
            found.add(new Binding<>(handler));
        }
        for (AuctionRoom<?, ?> room : ServiceLoader.load(AuctionRoom.class)) {
            found.add(new AuctionRooms.Binding<>(room));
        }
        return found;
    }

    /**
     * Passes the calls of the runtime on to the handler.
     */
    private static final class Binding<S> implements ChannelBinding<S, Auction.Room, Auction.ToServer, Auction.ToClient>, DeploymentListener {
        private final AuctionHandler<S> handler;

        Binding(AuctionHandler<S> handler) {
            this.handler = handler;
        }

        @Override
        public Object application() {
            return handler;
        }

        @Override
        public ChannelContract<Auction.Room, Auction.ToServer, Auction.ToClient> contract() {
            return AuctionCodec.CONTRACT;
        }

        @Override
        public S open(Auction.Room key, Handshake handshake) {
            return handler.open(key, handshake);
        }

        @Override
        public Optional<String> user(S state, Handshake handshake) {
            return handler.user(state, handshake);
        }

        @Override
        public void join(Auction.Room key,
                ChannelConnection<S, Auction.Room, Auction.ToClient> connection) {
            handler.join(key, new AuctionConnection<>(connection));
        }

        @Override
        public void joined(Auction.Room key,
                ChannelConnection<S, Auction.Room, Auction.ToClient> connection) {
            handler.joined(key, new AuctionConnection<>(connection));
        }

        @Override
        public Object receive(Auction.ToServer message,
                ChannelConnection<S, Auction.Room, Auction.ToClient> from) {
            AuctionConnection<S> connection = new AuctionConnection<>(from);
            if (message instanceof Auction.Bid bid) {
                return handler.onBid(bid, connection);
            }
            throw new AssertionError("Unknown type: " + message.getClass());
        }

        @Override
        public void left(Auction.Room key,
                ChannelConnection<S, Auction.Room, Auction.ToClient> connection) {
            handler.left(key, new AuctionConnection<>(connection));
        }

        @Override
        public void reauthenticated(ChannelConnection<S, Auction.Room, Auction.ToClient> connection,
                String token) {
            handler.reauthenticated(new AuctionConnection<>(connection), token);
        }

        @Override
        public void closed(ChannelConnection<S, Auction.Room, Auction.ToClient> connection,
                CloseReason reason) {
            handler.closed(new AuctionConnection<>(connection), reason);
        }

        @Override
        public void deployed(ChannelHub hub) {
            handler.deployed(hub);
        }
    }
}
