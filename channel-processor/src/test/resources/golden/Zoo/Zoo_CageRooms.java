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
import java.time.Duration;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * Calls into the rooms of a {@code Zoo_CageRoom} for {@link Zoo.Cage} from outside, on any thread.
 *
 * <p>All kinds of animals.
 *
 * <p>Calls are serialized with the messages and ticks of the room. For an empty room, the state is created for
 * the call and discarded after it. Never block on the result from inside the same room: it would deadlock.
 *
 * @param <S> the state of a connection
 * @param <R> the state of a room
 */
@Generated("dev.strait.processor.ChannelProcessor")
final class Zoo_CageRooms<S, R> extends RoomCalls<S, R, Zoo.Cage.Room, Zoo.Cage.ToClient, Zoo_CageRooms.Members<S>> {
    private Zoo_CageRooms(RoomStates<S, R, Zoo.Cage.Room, Zoo.Cage.ToClient> states) {
        super(states, view -> new Members<>(view));
    }

    /**
     * Returns the rooms of a hub. It may be called before the room's endpoint is added.
     *
     * @throws dev.strait.runtime.ChannelDeploymentException the hub serves the channel with another object
     */
    public static <S, R> Zoo_CageRooms<S, R> of(ChannelHub hub, Zoo_CageRoom<S, R> room) {
        return new Zoo_CageRooms<>(hub.rooms(new Binding<S, R>(room)));
    }

    /**
     * The members of a room: the connections whose {@code joined} was called and whose {@code left} was not.
     * It may be kept and used on any thread.
     *
     * @param <S> the state of a connection
     */
    public static final class Members<S> extends MembersView<S, Zoo.Cage.Room, Zoo.Cage.ToClient, Zoo_CageConnection<S>> {
        Members(RoomMembers<S, Zoo.Cage.Room, Zoo.Cage.ToClient> view) {
            super(view, connection -> new Zoo_CageConnection<>(connection));
        }

        /**
         * Sends to the room.
         */
        public Zoo_CageSender.Target toRoom() {
            return new Zoo_CageSender.Target(audience());
        }
    }

    /**
     * Passes the calls of the runtime on to the room.
     */
    static final class Binding<S, R> implements RoomBinding<S, R, Zoo.Cage.Room, Zoo.Cage.ToServer, Zoo.Cage.ToClient>, DeploymentListener {
        private final Zoo_CageRoom<S, R> room;

        Binding(Zoo_CageRoom<S, R> room) {
            this.room = room;
        }

        @Override
        public Object application() {
            return room;
        }

        @Override
        public ChannelContract<Zoo.Cage.Room, Zoo.Cage.ToServer, Zoo.Cage.ToClient> contract() {
            return Zoo_CageCodec.CONTRACT;
        }

        @Override
        public S open(Zoo.Cage.Room key, Handshake handshake) {
            return room.open(key, handshake);
        }

        @Override
        public Optional<String> user(S state, Handshake handshake) {
            return room.user(state, handshake);
        }

        @Override
        public void join(R state,
                ChannelConnection<S, Zoo.Cage.Room, Zoo.Cage.ToClient> connection) {
            room.join(state, new Zoo_CageConnection<>(connection));
        }

        @Override
        public void joined(R state,
                ChannelConnection<S, Zoo.Cage.Room, Zoo.Cage.ToClient> connection) {
            room.joined(state, new Zoo_CageConnection<>(connection));
        }

        @Override
        public Object receive(Zoo.Cage.ToServer message,
                ChannelConnection<S, Zoo.Cage.Room, Zoo.Cage.ToClient> from, R state) {
            Zoo_CageConnection<S> connection = new Zoo_CageConnection<>(from);
            if (message instanceof Zoo.Cage.Absent absent) {
                room.onAbsent(absent, connection, state);
                return null;
            } else if (message instanceof Zoo.Cage.Holders holders) {
                room.onHolders(holders, connection, state);
                return null;
            } else if (message instanceof Zoo.Cage.Range range) {
                room.onRange(range, connection, state);
                return null;
            } else if (message instanceof Zoo.Cage.Primitives primitives) {
                room.onPrimitives(primitives, connection, state);
                return null;
            } else if (message instanceof Zoo.Cage.Boxes boxes) {
                room.onBoxes(boxes, connection, state);
                return null;
            } else if (message instanceof Zoo.Cage.Texts texts) {
                room.onTexts(texts, connection, state);
                return null;
            } else if (message instanceof Zoo.Cage.Names names) {
                room.onNames(names, connection, state);
                return null;
            } else if (message instanceof Zoo.Cage.New newMessage) {
                room.onNew(newMessage, connection, state);
                return null;
            } else if (message instanceof Zoo.Cage.Long20k long20k) {
                room.onLong20k(long20k, connection, state);
                return null;
            } else {
                throw new AssertionError("Unknown type: " + message.getClass());
            }
        }

        @Override
        public void left(R state,
                ChannelConnection<S, Zoo.Cage.Room, Zoo.Cage.ToClient> connection) {
            room.left(state, new Zoo_CageConnection<>(connection));
        }

        @Override
        public void closed(ChannelConnection<S, Zoo.Cage.Room, Zoo.Cage.ToClient> connection,
                CloseReason reason) {
            room.closed(new Zoo_CageConnection<>(connection), reason);
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
        public R create(Zoo.Cage.Room key) {
            return room.create(key);
        }

        @Override
        public void tick(R state, RoomMembers<S, Zoo.Cage.Room, Zoo.Cage.ToClient> members,
                Duration elapsed) {
            room.tick(state, new Members<>(members), elapsed);
        }

        @Override
        public void emptied(Zoo.Cage.Room key, R state) {
            room.emptied(key, state);
        }
    }
}
