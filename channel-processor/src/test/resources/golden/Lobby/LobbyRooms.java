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
 * Calls into the rooms of a {@code LobbyRoom} for {@link Lobby} from outside, on any thread.
 *
 * <p>A channel without rooms in its path.
 *
 * <p>Calls are serialized with the messages and ticks of the room. For an empty room, the state is created for
 * the call and discarded after it. Never block on the result from inside the same room: it would deadlock.
 *
 * @param <S> the state of a connection
 * @param <R> the state of a room
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class LobbyRooms<S, R> extends RoomCalls<S, R, String, Lobby.ToClient, LobbyRooms.Members<S>> {
    private LobbyRooms(RoomStates<S, R, String, Lobby.ToClient> states) {
        super(states, view -> new Members<>(view));
    }

    /**
     * Returns the rooms of a hub. It may be called before the room's endpoint is added.
     *
     * @throws dev.strait.runtime.ChannelDeploymentException the hub serves the channel with another object
     */
    public static <S, R> LobbyRooms<S, R> of(ChannelHub hub, LobbyRoom<S, R> room) {
        return new LobbyRooms<>(hub.rooms(new Binding<S, R>(room)));
    }

    /**
     * The members of a room: the connections whose {@code joined} was called and whose {@code left} was not.
     * It may be kept and used on any thread.
     *
     * @param <S> the state of a connection
     */
    public static final class Members<S> extends MembersView<S, String, Lobby.ToClient, LobbyConnection<S>> {
        Members(RoomMembers<S, String, Lobby.ToClient> view) {
            super(view, connection -> new LobbyConnection<>(connection));
        }

        /**
         * Sends to the room.
         */
        public LobbySender.Target toRoom() {
            return new LobbySender.Target(audience());
        }
    }

    /**
     * Passes the calls of the runtime on to the room.
     */
    static final class Binding<S, R> implements RoomBinding<S, R, String, Lobby.ToServer, Lobby.ToClient>, DeploymentListener {
        private final LobbyRoom<S, R> room;

        Binding(LobbyRoom<S, R> room) {
            this.room = room;
        }

        @Override
        public Object application() {
            return room;
        }

        @Override
        public ChannelContract<String, Lobby.ToServer, Lobby.ToClient> contract() {
            return LobbyCodec.CONTRACT;
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
        public void join(R state, ChannelConnection<S, String, Lobby.ToClient> connection) {
            room.join(state, new LobbyConnection<>(connection));
        }

        @Override
        public void joined(R state, ChannelConnection<S, String, Lobby.ToClient> connection) {
            room.joined(state, new LobbyConnection<>(connection));
        }

        @Override
        public Object receive(Lobby.ToServer message,
                ChannelConnection<S, String, Lobby.ToClient> from, R state) {
            LobbyConnection<S> connection = new LobbyConnection<>(from);
            if (message instanceof Lobby.Post post) {
                room.onPost(post, connection, state);
                return null;
            }
            if (message instanceof Lobby.Shout shout) {
                room.onShout(shout, connection, state);
                return null;
            }
            throw new AssertionError("Unknown type: " + message.getClass());
        }

        @Override
        public void left(R state, ChannelConnection<S, String, Lobby.ToClient> connection) {
            room.left(state, new LobbyConnection<>(connection));
        }

        @Override
        public void reauthenticated(ChannelConnection<S, String, Lobby.ToClient> connection,
                String token) {
            room.reauthenticated(new LobbyConnection<>(connection), token);
        }

        @Override
        public void closed(ChannelConnection<S, String, Lobby.ToClient> connection,
                CloseReason reason) {
            room.closed(new LobbyConnection<>(connection), reason);
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
        public void tick(R state, RoomMembers<S, String, Lobby.ToClient> members,
                Duration elapsed) {
            room.tick(state, new Members<>(members), elapsed);
        }

        @Override
        public void emptied(String key, R state) {
            room.emptied(key, state);
        }
    }
}
