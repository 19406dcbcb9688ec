package com.acme;

import dev.strait.runtime.Answer;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.spi.ClusterGateway;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import javax.annotation.processing.Generated;

/**
 * Asks all nodes about the connections of {@link Prices}.
 *
 * <p>Prices of shares.
 *
 * <p>No method blocks. The stages complete within a second and never fail. An answer is not complete if a node did
 * not answer in time, or if this node cannot reach the others at the moment. Without other nodes, stages are complete
 * at once.
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class PricesCluster {
    private final ClusterGateway<String> gateway;

    PricesCluster(ClusterGateway<String> gateway) {
        this.gateway = gateway;
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
