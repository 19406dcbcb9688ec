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
 * Calls into the rooms of a {@code Zoo_CageRoom} for {@link Zoo.Cage}, from any service, on any thread.
 *
 * <p>All kinds of animals.
 *
 * <p>A call is one of the room's: it comes between its messages and ticks. Into a room where nobody is, the
 * state is made for the call and given up after it, as after the last member. A method of the same room
 * must not wait for one, which would wait for the method.
 *
 * @param <S> what the application remembers of each connection
 * @param <R> what it remembers of each room
 */
@Generated("dev.strait.processor.ChannelProcessor")
final class Zoo_CageRooms<S, R> {
    private final RoomStates<S, R, Zoo.Cage.Room, Zoo.Cage.ToClient> states;

    private Zoo_CageRooms(RoomStates<S, R, Zoo.Cage.Room, Zoo.Cage.ToClient> states) {
        this.states = states;
    }

    /**
     * The rooms of a hub; they may be asked for before the room's endpoint is added.
     *
     * @throws dev.strait.runtime.ChannelDeploymentException the hub serves the channel by another object
     */
    public static <S, R> Zoo_CageRooms<S, R> of(ChannelHub hub, Zoo_CageRoom<S, R> room) {
        return new Zoo_CageRooms<>(hub.rooms(new Binding<S, R>(room)));
    }

    /**
     * Runs a task in a room and gives what it returns, or fails with what it throws. What depends on that
     * runs where handlers do. It fails with an {@link IllegalStateException} once the hub is closed.
     *
     * @throws IllegalArgumentException the key breaks its constraints
     */
    public <V> CompletionStage<V> call(Zoo.Cage.Room room,
            BiFunction<? super R, ? super Members<S>, ? extends V> task) {
        return states.call(room, (state, members) -> task.apply(state, new Members<>(members)));
    }

    /**
     * The same for a task that returns nothing.
     */
    public CompletionStage<Void> run(Zoo.Cage.Room room,
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
        private final RoomMembers<S, Zoo.Cage.Room, Zoo.Cage.ToClient> members;

        Members(RoomMembers<S, Zoo.Cage.Room, Zoo.Cage.ToClient> members) {
            this.members = members;
        }

        /**
         * The room.
         */
        public Zoo.Cage.Room room() {
            return members.room();
        }

        /**
         * All of them as of now, in no order.
         */
        public List<Zoo_CageConnection<S>> all() {
            return members.all().stream()
                    .map(connection -> new Zoo_CageConnection<>(connection))
                    .toList();
        }

        /**
         * One of them.
         */
        public Optional<Zoo_CageConnection<S>> find(String connectionId) {
            return members.find(connectionId).map(connection -> new Zoo_CageConnection<>(connection));
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
        public Zoo_CageSender.Target toRoom() {
            return new Zoo_CageSender.Target(members.toRoom());
        }
    }

    /**
     * The runtime's calls, turned into those of the room.
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
                throw new AssertionError(message);
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
