package com.acme;

import dev.strait.runtime.spi.ChannelConnection;
import dev.strait.runtime.spi.ConnectionView;
import java.lang.SuppressWarnings;
import java.util.Set;
import javax.annotation.processing.Generated;

/**
 * A connection of {@link Chat}, as a handler sees it.
 *
 * <p>Team chat; one room per conversation.
 *
 * <p>It may be kept and used on any thread; no method blocks. After the connection has closed, its facts
 * remain available, messages to it are dropped, and joins return false.
 *
 * <p>Objects of the same connection are equal, whatever their rooms. A set of connections keeps the object
 * that was added first. A connection that {@code left} one room may still be in another.
 *
 * @param <S> the state of a connection, as returned by {@code open}
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class ChatConnection<S> extends ConnectionView<S, Chat.Room, Chat.ToClient> {
    ChatConnection(ChannelConnection<S, Chat.Room, Chat.ToClient> connection) {
        super(connection);
    }

    /**
     * Sends to this connection only.
     */
    public ChatSender reply() {
        return new ChatSender(connection().reply());
    }

    /**
     * Sends to the room without this connection.
     */
    public ChatSender.Target toOthers() {
        return new ChatSender.Target(connection().toOthers());
    }

    /**
     * Sends to the room, this connection included.
     */
    public ChatSender.Target toRoom() {
        return new ChatSender.Target(connection().toRoom());
    }

    /**
     * Returns the room of this call: the room that the message was sent to, or that was joined or left.
     */
    public Chat.Room room() {
        return connection().room();
    }

    /**
     * Returns the rooms of this connection, in the order of joining.
     */
    public Set<Chat.Room> rooms() {
        return connection().rooms();
    }
}
