package com.acme;

import dev.strait.runtime.Answer;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.spi.ClusterGateway;
import java.lang.Integer;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import javax.annotation.processing.Generated;

/**
 * Asks all nodes about the connections of {@link Chat}.
 *
 * <p>Team chat; one room per conversation.
 *
 * <p>No method blocks. The stages complete within a second and never fail. An answer is not complete if a node did
 * not answer in time, or if this node cannot reach the others at the moment. Without other nodes, stages are complete
 * at once.
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class ChatCluster {
    private final ClusterGateway<Chat.Room> gateway;

    ChatCluster(ClusterGateway<Chat.Room> gateway) {
        this.gateway = gateway;
    }

    /**
     * Returns the number of members of a room.
     *
     * @throws IllegalArgumentException the key violates its constraints
     */
    public CompletionStage<Answer<Integer>> size(Chat.Room room) {
        return gateway.size(room);
    }

    /**
     * Returns members of a room.
     *
     * @param max the maximum number, 1 to 10,000
     * @throws IllegalArgumentException the maximum is out of range, or the key violates its constraints
     */
    public CompletionStage<Answer<List<ConnectionInfo>>> members(Chat.Room room, int max) {
        return gateway.members(room, max);
    }

    /**
     * Returns rooms that have a member.
     *
     * @param max the maximum number, 1 to 10,000
     * @throws IllegalArgumentException the maximum is out of range
     */
    public CompletionStage<Answer<List<Chat.Room>>> rooms(int max) {
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
}
