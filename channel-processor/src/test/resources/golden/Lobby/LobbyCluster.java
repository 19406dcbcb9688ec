package com.acme;

import dev.strait.runtime.Answer;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.spi.ClusterGateway;
import java.lang.Boolean;
import java.lang.Integer;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import javax.annotation.processing.Generated;

/**
 * Asks all nodes about the connections of {@link Lobby}.
 *
 * <p>A channel without rooms in its path.
 *
 * <p>No method blocks. The stages complete within a second and never fail. An answer is not complete if a node did
 * not answer in time, or if this node cannot reach the others at the moment. Without other nodes, stages are complete
 * at once.
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class LobbyCluster {
    private final ClusterGateway<String> gateway;

    LobbyCluster(ClusterGateway<String> gateway) {
        this.gateway = gateway;
    }

    /**
     * Returns the number of members of a room.
     *
     * @throws IllegalArgumentException the key violates its constraints
     */
    public CompletionStage<Answer<Integer>> size(String room) {
        return gateway.size(room);
    }

    /**
     * Returns members of a room.
     *
     * @param max the maximum number, 1 to 10,000
     * @throws IllegalArgumentException the maximum is out of range, or the key violates its constraints
     */
    public CompletionStage<Answer<List<ConnectionInfo>>> members(String room, int max) {
        return gateway.members(room, max);
    }

    /**
     * Returns rooms that have a member.
     *
     * @param max the maximum number, 1 to 10,000
     * @throws IllegalArgumentException the maximum is out of range
     */
    public CompletionStage<Answer<List<String>>> rooms(int max) {
        return gateway.rooms(max);
    }

    /**
     * Returns connections of a user.
     *
     * @param max the maximum number, 1 to 10,000
     * @throws IllegalArgumentException the maximum is out of range
     */
    public CompletionStage<Answer<List<ConnectionInfo>>> user(String user, int max) {
        return gateway.user(user, max);
    }

    /**
     * Returns a snapshot of a connection, if there is one with this id.
     */
    public CompletionStage<Answer<Optional<ConnectionInfo>>> info(String connectionId) {
        return gateway.info(connectionId);
    }

    /**
     * Makes a connection join without calling the handler's {@code join}. False if the connection is unknown,
     * already a member, closed or at its limit of rooms. If the answer is not
     * complete, it may have happened.
     *
     * @throws IllegalArgumentException the key violates its constraints
     */
    public CompletionStage<Answer<Boolean>> join(String room, String connectionId) {
        return gateway.join(room, connectionId);
    }

    /**
     * Makes a connection leave. False if it is not a member. If the answer is not
     * complete, it may have happened.
     *
     * @throws IllegalArgumentException the key violates its constraints
     */
    public CompletionStage<Answer<Boolean>> leave(String room, String connectionId) {
        return gateway.leave(room, connectionId);
    }
}
