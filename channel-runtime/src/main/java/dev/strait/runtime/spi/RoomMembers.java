package dev.strait.runtime.spi;

import java.util.List;
import java.util.Optional;

/**
 * The members of a room with state: the connections whose {@code joined} was called and whose {@code left} was not.
 * Safe for all threads.
 *
 * @param <S> the application's state of a connection
 * @param <R> the room key
 * @param <O> the server's messages
 */
public interface RoomMembers<S, R, O> {

    /** Returns the key of the room. */
    R room();

    /** Returns a snapshot of all members, in no particular order, each seen in this room. */
    List<ChannelConnection<S, R, O>> all();

    /** Returns the member with this connection id, if there is one. */
    Optional<ChannelConnection<S, R, O>> find(String connectionId);

    /** Returns the number of members. */
    int size();

    /** Returns all connections in the room, also those whose {@code joined} has not been called yet. */
    Audience<O> toRoom();
}
