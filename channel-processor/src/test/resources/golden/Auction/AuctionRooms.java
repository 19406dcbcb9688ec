package com.acme;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.spi.ChannelConnection;
import dev.strait.runtime.spi.ChannelContract;
import dev.strait.runtime.spi.DeploymentListener;
import dev.strait.runtime.spi.MembersView;
import dev.strait.runtime.spi.RoomBinding;
import dev.strait.runtime.spi.RoomCalls;
import dev.strait.runtime.spi.RoomMembers;
import dev.strait.runtime.spi.RoomStates;
import java.lang.AssertionError;
import java.lang.Object;
import java.lang.Override;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.time.Duration;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * Calls into the rooms of a {@code AuctionRoom} for {@link Auction} from outside, on any thread.
 *
 * <p>One lot.
 *
 * <p>Calls are serialized with the messages and ticks of the room. For an empty room, the state is created for
 * the call and discarded after it. Never block on the result from inside the same room: it would deadlock.
 *
 * @param <S> the state of a connection
 * @param <R> the state of a room
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class AuctionRooms<S, R> extends RoomCalls<S, R, Auction.Room, Auction.ToClient, AuctionRooms.Members<S>> {
    private AuctionRooms(RoomStates<S, R, Auction.Room, Auction.ToClient> states) {
        super(states, view -> new Members<>(view));
    }

    /**
     * Returns the rooms of a hub. It may be called before the room's endpoint is added.
     *
     * @throws dev.strait.runtime.ChannelDeploymentException the hub serves the channel with another object
     */
    public static <S, R> AuctionRooms<S, R> of(ChannelHub hub, AuctionRoom<S, R> room) {
        return new AuctionRooms<>(hub.rooms(new Binding<S, R>(room)));
    }

    /**
     * The members of a room: the connections whose {@code joined} was called and whose {@code left} was not.
     * It may be kept and used on any thread.
     *
     * @param <S> the state of a connection
     */
    public static final class Members<S> extends MembersView<S, Auction.Room, Auction.ToClient, AuctionConnection<S>> {
        Members(RoomMembers<S, Auction.Room, Auction.ToClient> view) {
            super(view, connection -> new AuctionConnection<>(connection));
        }

        /**
         * Sends to the room.
         */
        public AuctionSender.Target toRoom() {
            return new AuctionSender.Target(audience());
        }
    }

    /**
     * Passes the calls of the runtime on to the room.
     */
    static final class Binding<S, R> implements RoomBinding<S, R, Auction.Room, Auction.ToServer, Auction.ToClient>, DeploymentListener {
        private final AuctionRoom<S, R> room;

        Binding(AuctionRoom<S, R> room) {
            this.room = room;
        }

        @Override
        public Object application() {
            return room;
        }

        @Override
        public ChannelContract<Auction.Room, Auction.ToServer, Auction.ToClient> contract() {
            return AuctionCodec.CONTRACT;
        }

        @Override
        public S open(Auction.Room key, Handshake handshake) {
            return room.open(key, handshake);
        }

        @Override
        public Optional<String> user(S state, Handshake handshake) {
            return room.user(state, handshake);
        }

        @Override
        public void join(R state, ChannelConnection<S, Auction.Room, Auction.ToClient> connection) {
            room.join(state, new AuctionConnection<>(connection));
        }

        @Override
        public void joined(R state,
                ChannelConnection<S, Auction.Room, Auction.ToClient> connection) {
            room.joined(state, new AuctionConnection<>(connection));
        }

        @Override
        public Object receive(Auction.ToServer message,
                ChannelConnection<S, Auction.Room, Auction.ToClient> from, R state) {
            AuctionConnection<S> connection = new AuctionConnection<>(from);
            if (message instanceof Auction.Bid bid) {
                return room.onBid(bid, connection, state);
            }
            throw new AssertionError("Unknown type: " + message.getClass());
        }

        @Override
        public void left(R state, ChannelConnection<S, Auction.Room, Auction.ToClient> connection) {
            room.left(state, new AuctionConnection<>(connection));
        }

        @Override
        public void reauthenticated(ChannelConnection<S, Auction.Room, Auction.ToClient> connection,
                String token) {
            room.reauthenticated(new AuctionConnection<>(connection), token);
        }

        @Override
        public void closed(ChannelConnection<S, Auction.Room, Auction.ToClient> connection,
                CloseReason reason) {
            room.closed(new AuctionConnection<>(connection), reason);
        }

        @Override
        public void deployed(ChannelHub hub) {
            room.deployed(hub);
        }

        @Override
        public Duration tickEvery() {
            return room.tickEvery();
        }

        @Override
        public Duration retention() {
            return room.retention();
        }

        @Override
        public R create(Auction.Room key) {
            return room.create(key);
        }

        @Override
        public void tick(R state, RoomMembers<S, Auction.Room, Auction.ToClient> members,
                Duration elapsed) {
            room.tick(state, new Members<>(members), elapsed);
        }

        @Override
        public void emptied(Auction.Room key, R state) {
            room.emptied(key, state);
        }
    }
}
