package com.acme;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.spi.ChannelConnection;
import java.lang.Object;
import java.lang.Override;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.util.Optional;
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
public final class LobbyConnection<S> {
    private final ChannelConnection<S, String, Lobby.ToClient> connection;

    LobbyConnection(ChannelConnection<S, String, Lobby.ToClient> connection) {
        this.connection = connection;
    }

    /**
     * Sends to this connection only.
     */
    public LobbySender reply() {
        return new LobbySender(connection.reply());
    }

    /**
     * Sends to the room without this connection.
     */
    public LobbySender.Target toOthers() {
        return new LobbySender.Target(connection.toOthers());
    }

    /**
     * Sends to the room, this connection included.
     */
    public LobbySender.Target toRoom() {
        return new LobbySender.Target(connection.toRoom());
    }

    /**
     * Returns the room of this call: the room that the message was sent to, or that was joined or left.
     */
    public String room() {
        return connection.room();
    }

    /**
     * Returns the rooms of this connection, in the order of joining.
     */
    public Set<String> rooms() {
        return connection.rooms();
    }

    /**
     * Joins a room without calling the handler's {@code join}. Returns false if the connection is already a
     * member, closed or at its limit of rooms.
     */
    public boolean join(String room) {
        return connection.join(room);
    }

    /**
     * Leaves a room. Returns false if the connection is not a member.
     */
    public boolean leave(String room) {
        return connection.leave(room);
    }

    /**
     * Returns the connection id, which is unique across all nodes.
     */
    public String id() {
        return connection.id();
    }

    /**
     * Returns the user id, if the handler's {@code user} returned one.
     */
    public Optional<String> user() {
        return connection.user();
    }

    /**
     * Returns the state that the handler's {@code open} returned.
     */
    public S state() {
        return connection.state();
    }

    /**
     * Returns the HTTP request of the connection.
     */
    public Handshake handshake() {
        return connection.handshake();
    }

    /**
     * Closes the connection after everything that is queued. Returns false if it is closed or closing.
     *
     * @throws IllegalArgumentException the code only describes a disconnect
     */
    public boolean close(CloseReason reason) {
        return connection.close(reason);
    }

    /**
     * Returns whether this is the same connection, in any room.
     */
    @Override
    public boolean equals(Object other) {
        return other instanceof LobbyConnection<?> that && id().equals(that.id());
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    /**
     * Returns the connection id, the user and the room.
     */
    @Override
    public String toString() {
        return connection.toString();
    }
}
