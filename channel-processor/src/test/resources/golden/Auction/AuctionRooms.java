package com.acme;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.spi.ChannelConnection;
import dev.strait.runtime.spi.ChannelContract;
import dev.strait.runtime.spi.DeploymentListener;
import dev.strait.runtime.spi.RoomBinding;
import dev.strait.runtime.spi.RoomMembers;
import dev.strait.runtime.spi.RoomStates;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import javax.annotation.processing.Generated;

/**
 * Calls into the rooms of a {@code AuctionRoom} for {@link Auction}, from any service, on any thread.
 *
 * <p>One lot.
 *
 * <p>A call is one of the room's: it comes between its messages and ticks. Into a room where nobody is, the
 * state is made for the call and given up after it, as after the last member. A method of the same room
 * must not wait for one, which would wait for the method.
 *
 * @param <S> what the application remembers of each connection
 * @param <R> what it remembers of each room
 */
@Generated("dev.strait.processor.ChannelProcessor")
public final class AuctionRooms<S, R> {
    private final RoomStates<S, R, Auction.Room, Auction.ToClient> states;

    private AuctionRooms(RoomStates<S, R, Auction.Room, Auction.ToClient> states) {
        this.states = states;
    }

    /**
     * The rooms of a hub; they may be asked for before the room's endpoint is added.
     *
     * @throws dev.strait.runtime.ChannelDeploymentException the hub serves the channel by another object
     */
    public static <S, R> AuctionRooms<S, R> of(ChannelHub hub, AuctionRoom<S, R> room) {
        return new AuctionRooms<>(hub.rooms(new Binding<S, R>(room)));
    }

    /**
     * Runs a task in a room and gives what it returns, or fails with what it throws. What depends on that
     * runs where handlers do. It fails with an {@link IllegalStateException} once the hub is closed.
     *
     * @throws IllegalArgumentException the key breaks its constraints
     */
    public <V> CompletionStage<V> call(Auction.Room room,
            BiFunction<? super R, ? super Members<S>, ? extends V> task) {
        return states.call(room, (state, members) -> task.apply(state, new Members<>(members)));
    }

    /**
     * The same for a task that returns nothing.
     */
    public CompletionStage<Void> run(Auction.Room room,
            BiConsumer<? super R, ? super Members<S>> task) {
        return call(room, (state, members) -> {
            task.accept(state, members);
            return null;
        });
    }

    /**
     * Who is in a room: those whose {@code joined} was called and whose {@code left} was not. It may be kept and
     * used on any thread.
     *
     * @param <S> what the application remembers of each connection
     */
    public static final class Members<S> {
        private final RoomMembers<S, Auction.Room, Auction.ToClient> members;

        Members(RoomMembers<S, Auction.Room, Auction.ToClient> members) {
            this.members = members;
        }

        /**
         * The room.
         */
        public Auction.Room room() {
            return members.room();
        }

        /**
         * All of them as of now, in no order.
         */
        public List<AuctionConnection<S>> all() {
            return members.all().stream()
                    .map(connection -> new AuctionConnection<>(connection))
                    .toList();
        }

        /**
         * One of them.
         */
        public Optional<AuctionConnection<S>> find(String connectionId) {
            return members.find(connectionId).map(connection -> new AuctionConnection<>(connection));
        }

        /**
         * How many they are.
         */
        public int size() {
            return members.size();
        }

        /**
         * Sends to the room.
         */
        public AuctionSender.Target toRoom() {
            return new AuctionSender.Target(members.toRoom());
        }
    }

    /**
     * The runtime's calls, turned into those of the room.
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
            } else {
                throw new AssertionError(message);
            }
        }

        @Override
        public void left(R state, ChannelConnection<S, Auction.Room, Auction.ToClient> connection) {
            room.left(state, new AuctionConnection<>(connection));
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
