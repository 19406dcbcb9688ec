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
 * Calls into the rooms of a {@code ChatRoom} for {@link Chat} from outside, on any thread.
 *
 * <p>Team chat; one room per conversation.
 *
 * <p>Calls are serialized with the messages and ticks of the room. For an empty room, the state is created for
 * the call and discarded after it. Never block on the result from inside the same room: it would deadlock.
 *
 * @param <S> the state of a connection
 * @param <R> the state of a room
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class ChatRooms<S, R> extends RoomCalls<S, R, Chat.Room, Chat.ToClient, ChatRooms.Members<S>> {
    private ChatRooms(RoomStates<S, R, Chat.Room, Chat.ToClient> states) {
        super(states, view -> new Members<>(view));
    }

    /**
     * Returns the rooms of a hub. It may be called before the room's endpoint is added.
     *
     * @throws dev.strait.runtime.ChannelDeploymentException the hub serves the channel with another object
     */
    public static <S, R> ChatRooms<S, R> of(ChannelHub hub, ChatRoom<S, R> room) {
        return new ChatRooms<>(hub.rooms(new Binding<S, R>(room)));
    }

    /**
     * The members of a room: the connections whose {@code joined} was called and whose {@code left} was not.
     * It may be kept and used on any thread.
     *
     * @param <S> the state of a connection
     */
    public static final class Members<S> extends MembersView<S, Chat.Room, Chat.ToClient, ChatConnection<S>> {
        Members(RoomMembers<S, Chat.Room, Chat.ToClient> view) {
            super(view, connection -> new ChatConnection<>(connection));
        }

        /**
         * Sends to the room.
         */
        public ChatSender.Target toRoom() {
            return new ChatSender.Target(audience());
        }
    }

    /**
     * Passes the calls of the runtime on to the room.
     */
    static final class Binding<S, R> implements RoomBinding<S, R, Chat.Room, Chat.ToServer, Chat.ToClient>, DeploymentListener {
        private final ChatRoom<S, R> room;

        Binding(ChatRoom<S, R> room) {
            this.room = room;
        }

        @Override
        public Object application() {
            return room;
        }

        @Override
        public ChannelContract<Chat.Room, Chat.ToServer, Chat.ToClient> contract() {
            return ChatCodec.CONTRACT;
        }

        @Override
        public S open(Chat.Room key, Handshake handshake) {
            return room.open(key, handshake);
        }

        @Override
        public Optional<String> user(S state, Handshake handshake) {
            return room.user(state, handshake);
        }

        @Override
        public void join(R state, ChannelConnection<S, Chat.Room, Chat.ToClient> connection) {
            room.join(state, new ChatConnection<>(connection));
        }

        @Override
        public void joined(R state, ChannelConnection<S, Chat.Room, Chat.ToClient> connection) {
            room.joined(state, new ChatConnection<>(connection));
        }

        @Override
        public Object receive(Chat.ToServer message,
                ChannelConnection<S, Chat.Room, Chat.ToClient> from, R state) {
            ChatConnection<S> connection = new ChatConnection<>(from);
            if (message instanceof Chat.Say say) {
                room.onSay(say, connection, state);
                return null;
            }
            if (message instanceof Chat.Typing typing) {
                room.onTyping(typing, connection, state);
                return null;
            }
            throw new AssertionError("Unknown type: " + message.getClass());
        }

        @Override
        public void left(R state, ChannelConnection<S, Chat.Room, Chat.ToClient> connection) {
            room.left(state, new ChatConnection<>(connection));
        }

        @Override
        public void reauthenticated(ChannelConnection<S, Chat.Room, Chat.ToClient> connection,
                String token) {
            room.reauthenticated(new ChatConnection<>(connection), token);
        }

        @Override
        public void closed(ChannelConnection<S, Chat.Room, Chat.ToClient> connection,
                CloseReason reason) {
            room.closed(new ChatConnection<>(connection), reason);
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
        public R create(Chat.Room key) {
            return room.create(key);
        }

        @Override
        public void tick(R state, RoomMembers<S, Chat.Room, Chat.ToClient> members,
                Duration elapsed) {
            room.tick(state, new Members<>(members), elapsed);
        }

        @Override
        public void emptied(Chat.Room key, R state) {
            room.emptied(key, state);
        }
    }
}
