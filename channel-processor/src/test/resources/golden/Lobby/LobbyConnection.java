package com.acme;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.spi.ChannelConnection;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Generated;

/**
 * A connection of {@link Lobby}, as a handler meets it.
 *
 * <p>A channel without rooms in its path.
 *
 * <p>It may be kept and used on any thread; nothing here blocks. Once the connection has closed, the facts
 * stay, sending reaches nobody, and joining is refused.
 *
 * @param <S> what the application remembers of each connection
 */
@SuppressWarnings({"deprecation", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class LobbyConnection<S> {
    private final ChannelConnection<S, String, Lobby.ToClient> connection;

    LobbyConnection(ChannelConnection<S, String, Lobby.ToClient> connection) {
        this.connection = connection;
    }

    /**
     * Sends to this connection alone.
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
     * The room that is meant.
     */
    public String room() {
        return connection.room();
    }

    /**
     * The rooms that it is in, in the order of joining.
     */
    public Set<String> rooms() {
        return connection.rooms();
    }

    /**
     * Joins a room, without asking the handler's {@code join}; false if it is in it already, has
     * closed, or has reached a limit.
     */
    public boolean join(String room) {
        return connection.join(room);
    }

    /**
     * Leaves a room; false if it is not in it.
     */
    public boolean leave(String room) {
        return connection.leave(room);
    }

    /**
     * Its id, unique among all connections.
     */
    public String id() {
        return connection.id();
    }

    /**
     * Who it is for, if the handler's {@code user} said so.
     */
    public Optional<String> user() {
        return connection.user();
    }

    /**
     * What the handler's {@code open} returned.
     */
    public S state() {
        return connection.state();
    }

    /**
     * The request that it began with.
     */
    public Handshake handshake() {
        return connection.handshake();
    }

    /**
     * Closes it after what is queued; false if it has closed, or is closing.
     */
    public boolean close(CloseReason reason) {
        return connection.close(reason);
    }
}
