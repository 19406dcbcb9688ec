package dev.strait.redis;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.net.SocketAddress;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

/**
 * A pair of connections, one that publishes and one that is subscribed. They end together: after any fault there is a new
 * pair, so what was confirmed holds as long as the session does. Safe for all threads.
 */
final class Session {

    private final StatefulRedisConnection<String, byte[]> publishing;
    private final StatefulRedisPubSubConnection<String, byte[]> subscribed;
    private final Publisher publisher;
    private final Subscriber subscriber;
    private final BiConsumer<Session, Throwable> whenEnded;
    private final AtomicBoolean isEnded = new AtomicBoolean();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    private Session(
            StatefulRedisConnection<String, byte[]> publishing,
            StatefulRedisPubSubConnection<String, byte[]> subscribed,
            boolean isSharded,
            Loop loop,
            BiConsumer<String, byte[]> receive,
            BiConsumer<Session, Throwable> whenEnded) {
        this.publishing = publishing;
        this.subscribed = subscribed;
        this.publisher = new Publisher(publishing, isSharded, loop);
        this.subscriber = new Subscriber(
                subscribed,
                isSharded,
                loop,
                (channel, bytes) -> {
                    if (!isEnded.get()) {
                        receive.accept(channel, bytes);
                    }
                },
                this::end);
        this.whenEnded = whenEnded;
        watch(publishing);
        watch(subscribed);
    }

    /**
     * Opens a session.
     *
     * @param loop runs its tasks, one at a time
     * @param receive takes what arrives, with the name of its channel
     * @param whenEnded called once, with the reason
     */
    static CompletionStage<Session> open(
            Connector connector,
            boolean isSharded,
            Loop loop,
            BiConsumer<String, byte[]> receive,
            BiConsumer<Session, Throwable> whenEnded) {
        return connector
                .connect()
                .thenCompose(publishing -> connectPubSub(connector)
                        .thenApply(
                                subscribed -> new Session(publishing, subscribed, isSharded, loop, receive, whenEnded))
                        .whenComplete((session, failure) -> {
                            if (failure != null) {
                                CompletableFuture<Void> unused = publishing.closeAsync();
                            }
                        }));
    }

    private static CompletionStage<StatefulRedisPubSubConnection<String, byte[]>> connectPubSub(Connector connector) {
        try {
            return connector.connectPubSub();
        } catch (RuntimeException refused) {
            return CompletableFuture.failedStage(refused);
        }
    }

    private void watch(StatefulConnection<?, ?> connection) {
        connection.addListener(new RedisConnectionStateListener() {
            @Override
            public void onRedisConnected(RedisChannelHandler<?, ?> handler, SocketAddress address) {}

            @Override
            public void onRedisDisconnected(RedisChannelHandler<?, ?> handler) {
                end(new IllegalStateException("The connection has ended"));
            }

            @Override
            public void onRedisExceptionCaught(RedisChannelHandler<?, ?> handler, Throwable cause) {
                end(cause);
            }
        });
        if (!connection.isOpen()) {
            end(new IllegalStateException("The connection has ended"));
        }
    }

    CompletionStage<Void> publish(String channel, byte[] bytes) {
        return publisher.publish(channel, bytes);
    }

    /** Subscribes to channels. Completes when all are confirmed. */
    CompletableFuture<Void> subscribe(Collection<String> channels) {
        return subscriber.subscribe(channels);
    }

    void unsubscribe(String channel) {
        subscriber.unsubscribe(channel);
    }

    void ping() {
        publisher.ping();
        subscriber.ping();
    }

    /** This process could not read answers for a while. */
    void forgive() {
        publisher.progress().forgive();
        subscriber.progress().forgive();
    }

    /** Whether the server has not answered anything for so long, although it should have. */
    boolean isStalled(long nanos) {
        return publisher.progress().isStalled(nanos) || subscriber.progress().isStalled(nanos);
    }

    boolean isEnded() {
        return isEnded.get();
    }

    /** Ends both connections, and fails what is not answered. */
    void end(Throwable cause) {
        if (isEnded.compareAndSet(false, true)) {
            publisher.end(cause);
            subscriber.end(cause);
            CompletableFuture<Void> unused = CompletableFuture.allOf(close(publishing), close(subscribed))
                    .whenComplete((done, failure) -> closed.complete(null));
            whenEnded.accept(this, cause);
        }
    }

    /** Returns a stage that completes when both connections are closed. */
    CompletionStage<Void> closed() {
        return closed;
    }

    /** Lettuce warns if it is closed already. */
    private static CompletableFuture<Void> close(StatefulConnection<?, ?> connection) {
        return connection.isOpen() ? connection.closeAsync() : CompletableFuture.completedFuture(null);
    }
}
