package com.acme;

import dev.strait.runtime.spi.ChannelConnection;
import dev.strait.runtime.spi.ConnectionView;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.util.Set;
import javax.annotation.processing.Generated;

/**
 * A connection of {@link Lobby}, as a handler sees it.
 *
 * <p>A channel without rooms in its path.
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
public final class LobbyConnection<S> extends ConnectionView<S, String, Lobby.ToClient> {
    LobbyConnection(ChannelConnection<S, String, Lobby.ToClient> connection) {
        super(connection);
    }

    /**
     * Sends to this connection only.
     */
    public LobbySender reply() {
        return new LobbySender(connection().reply());
    }

    /**
     * Sends to the room without this connection.
     */
    public LobbySender.Target toOthers() {
        return new LobbySender.Target(connection().toOthers());
    }

    /**
     * Sends to the room, this connection included.
     */
    public LobbySender.Target toRoom() {
        return new LobbySender.Target(connection().toRoom());
    }

    /**
     * Returns the room of this call: the room that the message was sent to, or that was joined or left.
     */
    public String room() {
        return connection().room();
    }

    /**
     * Returns the rooms of this connection, in the order of joining.
     */
    public Set<String> rooms() {
        return connection().rooms();
    }

    /**
     * Joins a room without calling the handler's {@code join}. Returns false if the connection is already a
     * member, closed or at its limit of rooms.
     */
    public boolean join(String room) {
        return connection().join(room);
    }

    /**
     * Leaves a room. Returns false if the connection is not a member.
     */
    public boolean leave(String room) {
        return connection().leave(room);
    }
}
