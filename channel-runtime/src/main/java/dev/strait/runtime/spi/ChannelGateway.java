package dev.strait.runtime.spi;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.ConnectionInfo;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * One channel of a hub, as services see it; what a generated emitter wraps. Safe for all threads; nothing blocks. The
 * questions are answered for this node, with snapshots.
 *
 * @param <R> the room key
 * @param <O> what the server sends
 */
public interface ChannelGateway<R, O> {

    /**
     * The members of some rooms.
     *
     * @throws IllegalArgumentException a key breaks its constraints
     */
    Audience<O> rooms(Collection<? extends R> rooms);

    /** The connections of some users. */
    Audience<O> users(Collection<String> users);

    /** Some connections. */
    Audience<O> connections(Collection<String> ids);

    /** All connections. */
    Audience<O> everyone();

    /** The rooms that have a member. */
    List<R> rooms();

    /** All connections. */
    List<ConnectionInfo> connections();

    /** Who is in a room. */
    List<ConnectionInfo> members(R room);

    /** How many are in a room. */
    int size(R room);

    /**
     * Makes a connection join, without asking the handler's {@code join}.
     *
     * @return false if there is no such connection, or for what {@link ChannelConnection#join} says
     */
    boolean join(R room, String connectionId);

    /** False if there is no such connection, or it is not in the room. */
    boolean leave(R room, String connectionId);

    /** What a connection is, if there is one of this id. */
    Optional<ConnectionInfo> info(String connectionId);

    /** False if there is no such connection, or it is closing. */
    boolean close(String connectionId, CloseReason reason);
}
