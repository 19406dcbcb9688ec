package dev.strait.runtime.spi;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.Delivery;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * One channel of a hub, as code outside its handler sees it. Generated emitters wrap it. Safe for all threads; nothing
 * here blocks. Queries return snapshots of this node.
 *
 * @param <R> the room key
 * @param <O> the server's messages
 */
public interface ChannelGateway<R, O> {

    /**
     * Returns the members of some rooms.
     *
     * @throws IllegalArgumentException if a key violates its constraints
     */
    Audience<O> rooms(Collection<? extends R> rooms);

    /** Returns the connections of some users. */
    Audience<O> users(Collection<String> users);

    /** Returns some connections, by id. Unknown ids are ignored. */
    Audience<O> connections(Collection<String> ids);

    /** Returns all connections of the channel. */
    Audience<O> everyone();

    /** Returns the rooms that have a member. */
    List<R> rooms();

    /** Returns all connections. */
    List<ConnectionInfo> connections();

    /**
     * Returns the members of a room.
     *
     * @throws IllegalArgumentException if the key violates its constraints
     */
    List<ConnectionInfo> members(R room);

    /**
     * Returns the number of members of a room.
     *
     * @throws IllegalArgumentException if the key violates its constraints
     */
    int size(R room);

    /**
     * Adds a connection to a room, without asking the handler's {@code join}. The handler's {@code joined} is called.
     *
     * @return false if the connection is unknown, is in that room, is closing, or has reached a limit, or if the path
     *     of the channel names the room
     * @throws IllegalArgumentException if the key violates its constraints
     */
    boolean join(R room, String connectionId);

    /**
     * Removes a connection from a room.
     *
     * @return false if the connection is unknown or not in that room, or if the path of the channel names the room
     * @throws IllegalArgumentException if the key violates its constraints
     */
    boolean leave(R room, String connectionId);

    /** Returns a snapshot of a connection, if there is one with this id. */
    Optional<ConnectionInfo> info(String connectionId);

    /**
     * Asks a client; see {@link ChannelConnection#ask}.
     *
     * @param <A> the type of the answer, as declared by the message
     * @return a stage that also fails with a {@link dev.strait.runtime.ConnectionClosedException} if there is no such
     *     connection
     */
    <A> CompletionStage<A> ask(String connectionId, O message, Duration timeout);

    /**
     * Closes the connections of a user on all nodes, after the messages that are queued.
     *
     * @return the number of connections of the user on this node; those that were closing count as dropped. If
     *     {@link Delivery#elsewhere} fails, those of other nodes are closed when the backplane can reach them again
     */
    Delivery closeUser(String user, CloseReason reason);

    /**
     * Closes a connection on any node, after the messages that are queued.
     *
     * @return 1 connection if it is on this node, dropped if it was closing; otherwise none, and {@link Delivery#elsewhere}
     *     like that of {@link #closeUser}
     */
    Delivery close(String connectionId, CloseReason reason);

    /**
     * Returns a stage that completes when a connection has ended: its socket is gone, and its handler has had its last call.
     * It never fails, and is complete if the connection is unknown. It completes on a thread of the container or of the hub,
     * which dependent stages must not block.
     */
    CompletionStage<Void> ended(String connectionId);

    /** Returns the channel on all nodes. */
    ClusterGateway<R> everywhere();
}
