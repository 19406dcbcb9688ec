package com.acme;

import dev.strait.runtime.spi.ChannelConnection;
import dev.strait.runtime.spi.ConnectionView;
import java.lang.SuppressWarnings;
import java.lang.Void;
import java.util.Set;
import javax.annotation.processing.Generated;

/**
 * A connection of {@link Nested.Cage}, as a handler sees it.
 *
 * <p>All kinds of animals.
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
final class Nested_CageConnection<S> extends ConnectionView<S, Nested.Cage.Room, Void> {
    Nested_CageConnection(ChannelConnection<S, Nested.Cage.Room, Void> connection) {
        super(connection);
    }

    /**
     * Sends to this connection only.
     */
    public Nested_CageSender reply() {
        return new Nested_CageSender(connection().reply());
    }

    /**
     * Sends to the room without this connection.
     */
    public Nested_CageSender.Target toOthers() {
        return new Nested_CageSender.Target(connection().toOthers());
    }

    /**
     * Sends to the room, this connection included.
     */
    public Nested_CageSender.Target toRoom() {
        return new Nested_CageSender.Target(connection().toRoom());
    }

    /**
     * Returns the room of this call: the room that the message was sent to, or that was joined or left.
     */
    public Nested.Cage.Room room() {
        return connection().room();
    }

    /**
     * Returns the rooms of this connection, in the order of joining.
     */
    public Set<Nested.Cage.Room> rooms() {
        return connection().rooms();
    }
}
