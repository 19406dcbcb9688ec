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
import java.lang.Void;
import java.time.Duration;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * Calls into the rooms of a {@code FeedRoom} for {@link Feed} from outside, on any thread.
 *
 * <p>Calls are serialized with the messages and ticks of the room. For an empty room, the state is created for
 * the call and discarded after it. Never block on the result from inside the same room: it would deadlock.
 *
 * @param <S> the state of a connection
 * @param <R> the state of a room
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class FeedRooms<S, R> extends RoomCalls<S, R, String, Feed.ToClient, FeedRooms.Members<S>> {
    private FeedRooms(RoomStates<S, R, String, Feed.ToClient> states) {
        super(states, view -> new Members<>(view));
    }

    /**
     * Returns the rooms of a hub. It may be called before the room's endpoint is added.
     *
     * @throws dev.strait.runtime.ChannelDeploymentException the hub serves the channel with another object
     */
    public static <S, R> FeedRooms<S, R> of(ChannelHub hub, FeedRoom<S, R> room) {
        return new FeedRooms<>(hub.rooms(new Binding<S, R>(room)));
    }

    /**
     * The members of a room: the connections whose {@code joined} was called and whose {@code left} was not.
     * It may be kept and used on any thread.
     *
     * @param <S> the state of a connection
     */
    public static final class Members<S> extends MembersView<S, String, Feed.ToClient, FeedConnection<S>> {
        Members(RoomMembers<S, String, Feed.ToClient> view) {
            super(view, connection -> new FeedConnection<>(connection));
        }

        /**
         * Sends to the room.
         */
        public FeedSender.Target toRoom() {
            return new FeedSender.Target(audience());
        }
    }

    /**
     * Passes the calls of the runtime on to the room.
     */
    static final class Binding<S, R> implements RoomBinding<S, R, String, Void, Feed.ToClient>, DeploymentListener {
        private final FeedRoom<S, R> room;

        Binding(FeedRoom<S, R> room) {
            this.room = room;
        }

        @Override
        public Object application() {
            return room;
        }

        @Override
        public ChannelContract<String, Void, Feed.ToClient> contract() {
            return FeedCodec.CONTRACT;
        }

        @Override
        public S open(String key, Handshake handshake) {
            return room.open(handshake);
        }

        @Override
        public Optional<String> user(S state, Handshake handshake) {
            return room.user(state, handshake);
        }

        @Override
        public void join(R state, ChannelConnection<S, String, Feed.ToClient> connection) {
            room.join(state, new FeedConnection<>(connection));
        }

        @Override
        public void joined(R state, ChannelConnection<S, String, Feed.ToClient> connection) {
            room.joined(state, new FeedConnection<>(connection));
        }

        @Override
        public Object receive(Void message, ChannelConnection<S, String, Feed.ToClient> from,
                R state) {
            throw new AssertionError("The contract declares no such message");
        }

        @Override
        public void left(R state, ChannelConnection<S, String, Feed.ToClient> connection) {
            room.left(state, new FeedConnection<>(connection));
        }

        @Override
        public void reauthenticated(ChannelConnection<S, String, Feed.ToClient> connection,
                String token) {
            room.reauthenticated(new FeedConnection<>(connection), token);
        }

        @Override
        public void closed(ChannelConnection<S, String, Feed.ToClient> connection,
                CloseReason reason) {
            room.closed(new FeedConnection<>(connection), reason);
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
        public R create(String key) {
            return room.create(key);
        }

        @Override
        public void tick(R state, RoomMembers<S, String, Feed.ToClient> members, Duration elapsed) {
            room.tick(state, new Members<>(members), elapsed);
        }

        @Override
        public void emptied(String key, R state) {
            room.emptied(key, state);
        }
    }
}
