package dev.strait.runtime.internal.cluster;

import dev.strait.runtime.internal.foreign.Engine;
import dev.strait.runtime.internal.work.Threads;
import dev.strait.runtime.spi.Backplane.Topic;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The topics that this node is subscribed to: while something holds them, and for a while after, because a room that has lost
 * its last member often gets the next one soon.
 */
final class Interest {

    private static final CompletableFuture<Void> UNCONFIRMED =
            CompletableFuture.failedFuture(new IllegalStateException("the engine is not reachable"));

    private static final long LINGER_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Engine engine;
    private final Threads threads;
    /** Guarded by this. Subscriptions change in the order of the calls, so the engine is called with it held. */
    private final Map<Topic, Subscription> subscriptions = new HashMap<>();

    /** Guarded by this. */
    private boolean isClosed;

    private static final class Subscription {

        CompletableFuture<Void> confirmed;
        int holds;
        /** Null while something holds it. */
        @Nullable
        Future<?> ending;

        Subscription(CompletableFuture<Void> confirmed) {
            this.confirmed = confirmed;
        }
    }

    Interest(Engine engine, Threads threads) {
        this.engine = engine;
        this.threads = threads;
    }

    /** Holds a topic. The stage completes when all that is sent to it arrives, and fails while the engine is not reachable. */
    synchronized CompletableFuture<Void> hold(Topic topic) {
        Subscription subscription = subscriptions.computeIfAbsent(
                topic, absent -> new Subscription(engine.subscribe(absent).toCompletableFuture()));
        subscription.holds++;
        if (subscription.ending != null) {
            subscription.ending.cancel(false);
            subscription.ending = null;
        }
        return subscription.confirmed;
    }

    /** Holds a topic without waiting for what confirms it. */
    void keep(Topic topic) {
        CompletableFuture<Void> unused = hold(topic);
    }

    /** Ends one hold of a topic. */
    synchronized void release(Topic topic) {
        Subscription subscription = subscriptions.get(topic);
        if (subscription == null) {
            throw new IllegalStateException("Nothing holds " + topic + ".");
        }
        subscription.holds--;
        if (subscription.holds == 0 && !isClosed) {
            try {
                subscription.ending = threads.later(() -> endUnlessHeld(topic), LINGER_NANOS);
            } catch (RejectedExecutionException timerStopped) {
                endUnlessHeld(topic);
            }
        }
    }

    private synchronized void endUnlessHeld(Topic topic) {
        Subscription subscription = subscriptions.get(topic);
        if (subscription != null && subscription.holds == 0) {
            subscriptions.remove(topic);
            engine.unsubscribe(topic);
        }
    }

    /** Nothing is subscribed or ended from now on, because the node stops. */
    synchronized void close() {
        isClosed = true;
    }

    /** The engine has confirmed the subscriptions that had failed. The others tell themselves. */
    synchronized void confirmed() {
        for (Subscription each : subscriptions.values()) {
            if (each.confirmed.isCompletedExceptionally()) {
                each.confirmed = CompletableFuture.completedFuture(null);
            }
        }
    }

    /** The engine is not reachable. Holds do not wait until it has confirmed all subscriptions again. */
    synchronized void disconnected() {
        for (Subscription each : subscriptions.values()) {
            if (each.confirmed.isDone()) {
                each.confirmed = UNCONFIRMED;
            }
        }
    }

    synchronized int count() {
        return subscriptions.size();
    }

    /** Returns how many topics the engine has not confirmed. */
    synchronized int countUnconfirmed() {
        return (int) subscriptions.values().stream()
                .map(each -> each.confirmed)
                .filter(confirmed -> !confirmed.isDone() || confirmed.isCompletedExceptionally())
                .count();
    }
}
