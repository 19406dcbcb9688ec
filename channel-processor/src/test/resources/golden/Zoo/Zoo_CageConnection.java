package com.acme;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.spi.ChannelConnection;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Generated;

/**
 * A connection of {@link Zoo.Cage}, as a handler meets it.
 *
 * <p>All kinds of animals.
 *
 * <p>It may be kept and used on any thread; nothing here blocks. Once the connection has closed, the facts
 * stay, sending reaches nobody, and joining is refused.
 *
 * @param <S> what the application remembers of each connection
 */
@Generated("dev.strait.processor.ChannelProcessor")
final class Zoo_CageConnection<S> {
    private final ChannelConnection<S, Zoo.Cage.Room, Zoo.Cage.ToClient> connection;

    Zoo_CageConnection(ChannelConnection<S, Zoo.Cage.Room, Zoo.Cage.ToClient> connection) {
        this.connection = connection;
    }

    /**
     * Sends to this connection alone.
     */
    public Zoo_CageSender reply() {
        return new Zoo_CageSender(connection.reply());
    }

    /**
     * Sends to the room without this connection.
     */
    public Zoo_CageSender.Target toOthers() {
        return new Zoo_CageSender.Target(connection.toOthers());
    }

    /**
     * Sends to the room, this connection included.
     */
    public Zoo_CageSender.Target toRoom() {
        return new Zoo_CageSender.Target(connection.toRoom());
    }

    /**
     * The room that is meant.
     */
    public Zoo.Cage.Room room() {
        return connection.room();
    }

    /**
     * The rooms that it is in, in the order of joining.
     */
    public Set<Zoo.Cage.Room> rooms() {
        return connection.rooms();
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
