package dev.strait.runtime.spi;

import dev.strait.runtime.Answer;
import dev.strait.runtime.ConnectionInfo;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * One channel on all nodes. Generated code wraps it. Safe for all threads; nothing here blocks.
 *
 * <p>Questions go to all nodes that serve the channel, this one included. Their stages complete within a second and never
 * fail; a node that does not answer in time makes the {@link Answer} incomplete. Without other nodes, they are complete at
 * once. Dependent stages run where handlers run.
 *
 * @param <R> the room key
 */
public interface ClusterGateway<R> {

    /** The maximum number of connections or rooms that one question may return. */
    int MAX_RESULTS = 10_000;

    /**
     * Returns the number of members of a room.
     *
     * @throws IllegalArgumentException if the key violates its constraints
     */
    CompletionStage<Answer<Integer>> size(R room);

    /**
     * Returns members of a room.
     *
     * @param max the maximum number, at most {@link #MAX_RESULTS}
     * @throws IllegalArgumentException if the key violates its constraints, or the maximum is out of range
     */
    CompletionStage<Answer<List<ConnectionInfo>>> members(R room, int max);

    /**
     * Returns rooms that have a member.
     *
     * @param max the maximum number, at most {@link #MAX_RESULTS}
     * @throws IllegalArgumentException if the maximum is out of range
     */
    CompletionStage<Answer<List<R>>> rooms(int max);

    /**
     * Returns connections of a user.
     *
     * @param max the maximum number, at most {@link #MAX_RESULTS}
     * @throws IllegalArgumentException if the maximum is out of range
     */
    CompletionStage<Answer<List<ConnectionInfo>>> user(String user, int max);

    /** Returns a snapshot of a connection, if there is one with this id. */
    CompletionStage<Answer<Optional<ConnectionInfo>>> info(String connectionId);

    /**
     * Adds a connection to a room, without asking the handler's {@code join}. The handler's {@code joined} is called on the
     * connection's node.
     *
     * @return whether it became a member; see {@link ChannelGateway#join}. If the answer is not complete, it may have
     * @throws IllegalArgumentException if the key violates its constraints
     */
    CompletionStage<Answer<Boolean>> join(R room, String connectionId);

    /**
     * Removes a connection from a room.
     *
     * @return whether it was a member; if the answer is not complete, it may have been
     * @throws IllegalArgumentException if the key violates its constraints
     */
    CompletionStage<Answer<Boolean>> leave(R room, String connectionId);
}
