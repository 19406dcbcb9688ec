package dev.strait.runtime.spi;

import java.util.List;
import java.util.Optional;

/**
 * Who is in a room with state: those whose {@code joined} was called and whose {@code left} was not. Safe for all threads.
 *
 * @param <S> the application's state of a connection
 * @param <R> the room key
 * @param <O> what the server sends
 */
public interface RoomMembers<S, R, O> {

    /** The room. */
    R room();

    /** All of them as of now, in no order, each seen in this room. */
    List<ChannelConnection<S, R, O>> all();

    /** One of them, by the connection's id. */
    Optional<ChannelConnection<S, R, O>> find(String connectionId);

    int size();

    /** All members of the room, also those whose {@code joined} is still to come. */
    Audience<O> toRoom();
}
