package dev.strait.redis;

import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.util.concurrent.CompletionStage;

/** Connects to a server, or to the servers of a cluster. */
interface Connector extends AutoCloseable {

    /** Describes the server, without a password. */
    String server();

    /** Opens the connection that publishes. */
    CompletionStage<StatefulRedisConnection<String, byte[]>> connect();

    /** Opens the connection that is subscribed. */
    CompletionStage<StatefulRedisPubSubConnection<String, byte[]>> connectPubSub();

    /** Ends all connections and threads, later. */
    @Override
    void close();
}
