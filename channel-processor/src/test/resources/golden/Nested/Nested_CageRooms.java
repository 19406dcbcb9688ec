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
 * Calls into the rooms of a {@code Nested_CageRoom} for {@link Nested.Cage} from outside, on any thread.
 *
 * <p>All kinds of animals.
 *
 * <p>Calls are serialized with the messages and ticks of the room. For an empty room, the state is created for
 * the call and discarded after it. Never block on the result from inside the same room: it would deadlock.
 *
 * @param <S> the state of a connection
 * @param <R> the state of a room
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
final class Nested_CageRooms<S, R> extends RoomCalls<S, R, Nested.Cage.Room, Void, Nested_CageRooms.Members<S>> {
    private Nested_CageRooms(RoomStates<S, R, Nested.Cage.Room, Void> states) {
        super(states, view -> new Members<>(view));
    }

    /**
     * Returns the rooms of a hub. It may be called before the room's endpoint is added.
     *
     * @throws dev.strait.runtime.ChannelDeploymentException the hub serves the channel with another object
     */
    public static <S, R> Nested_CageRooms<S, R> of(ChannelHub hub, Nested_CageRoom<S, R> room) {
        return new Nested_CageRooms<>(hub.rooms(new Binding<S, R>(room)));
    }

    /**
     * The members of a room: the connections whose {@code joined} was called and whose {@code left} was not.
     * It may be kept and used on any thread.
     *
     * @param <S> the state of a connection
     */
    public static final class Members<S> extends MembersView<S, Nested.Cage.Room, Void, Nested_CageConnection<S>> {
        Members(RoomMembers<S, Nested.Cage.Room, Void> view) {
            super(view, connection -> new Nested_CageConnection<>(connection));
        }

        /**
         * Sends to the room.
         */
        public Nested_CageSender.Target toRoom() {
            return new Nested_CageSender.Target(audience());
        }
    }

    /**
     * Passes the calls of the runtime on to the room.
     */
    static final class Binding<S, R> implements RoomBinding<S, R, Nested.Cage.Room, Nested.Cage.ToServer, Void>, DeploymentListener {
        private final Nested_CageRoom<S, R> room;

        Binding(Nested_CageRoom<S, R> room) {
            this.room = room;
        }

        @Override
        public Object application() {
            return room;
        }

        @Override
        public ChannelContract<Nested.Cage.Room, Nested.Cage.ToServer, Void> contract() {
            return Nested_CageCodec.CONTRACT;
        }

        @Override
        public S open(Nested.Cage.Room key, Handshake handshake) {
            return room.open(key, handshake);
        }

        @Override
        public Optional<String> user(S state, Handshake handshake) {
            return room.user(state, handshake);
        }

        @Override
        public void join(R state, ChannelConnection<S, Nested.Cage.Room, Void> connection) {
            room.join(state, new Nested_CageConnection<>(connection));
        }

        @Override
        public void joined(R state, ChannelConnection<S, Nested.Cage.Room, Void> connection) {
            room.joined(state, new Nested_CageConnection<>(connection));
        }

        @Override
        public Object receive(Nested.Cage.ToServer message,
                ChannelConnection<S, Nested.Cage.Room, Void> from, R state) {
            Nested_CageConnection<S> connection = new Nested_CageConnection<>(from);
            if (message instanceof Nested.Cage.Feed feed) {
                room.onFeed(feed, connection, state);
                return null;
            }
            if (message instanceof Nested.Cage.Look look) {
                room.onLook(look, connection, state);
                return null;
            }
            throw new AssertionError("Unknown type: " + message.getClass());
        }

        @Override
        public void left(R state, ChannelConnection<S, Nested.Cage.Room, Void> connection) {
            room.left(state, new Nested_CageConnection<>(connection));
        }

        @Override
        public void reauthenticated(ChannelConnection<S, Nested.Cage.Room, Void> connection,
                String token) {
            room.reauthenticated(new Nested_CageConnection<>(connection), token);
        }

        @Override
        public void closed(ChannelConnection<S, Nested.Cage.Room, Void> connection,
                CloseReason reason) {
            room.closed(new Nested_CageConnection<>(connection), reason);
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
        public R create(Nested.Cage.Room key) {
            return room.create(key);
        }

        @Override
        public void tick(R state, RoomMembers<S, Nested.Cage.Room, Void> members,
                Duration elapsed) {
            room.tick(state, new Members<>(members), elapsed);
        }

        @Override
        public void emptied(Nested.Cage.Room key, R state) {
            room.emptied(key, state);
        }
    }
}
