package dev.strait.runtime.internal.node;

import dev.strait.runtime.Limits;
import dev.strait.runtime.internal.connection.LiveConnection;
import dev.strait.runtime.internal.work.Threads;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Closes all connections so that their clients do not reconnect all at once: each client gets a delay of its own, and the
 * closes are spread over the time that the handshake rate of a new node needs, at most over the drain timeout.
 */
final class Drain {

    private static final long CHECK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    /** Clients that reconnect sooner meet the node that stops, if there is no other. */
    private static final long MIN_RETRY_MILLIS = 500;

    private final ConnectionRegistry registry;
    private final Callers callers;
    private final Threads threads;
    private final Limits limits;
    private final long minRetryMillis;
    private final List<LiveConnection<?, ?, ?, ?>> connections;
    /** The connections that can still receive something. The others have until the end. */
    private final List<LiveConnection<?, ?, ?, ?>> open;

    private final CompletableFuture<Integer> drained = new CompletableFuture<>();

    /** What the drain must not wait for, because threads that wait for the drain run it. */
    interface Callers {

        /** Whether no handshake waits for a handler, except for those in which the callers run. */
        boolean areOpeningsOver();

        /** Returns what tells connections that cannot end before the callers have left their handlers. */
        Predicate<LiveConnection<?, ?, ?, ?>> held();
    }

    /**
     * Creates the drain of all connections.
     *
     * @param isOnlyNode whether no other node serves the channels meanwhile
     */
    Drain(ConnectionRegistry registry, Callers callers, Threads threads, Limits limits, boolean isOnlyNode) {
        this.registry = registry;
        this.callers = callers;
        this.threads = threads;
        this.limits = limits;
        this.minRetryMillis = isOnlyNode ? MIN_RETRY_MILLIS : 0;
        this.connections = registry.all();
        this.open = connections.stream()
                .filter(connection -> !connection.isClosing())
                .toList();
    }

    /** Returns the number of connections that exist when it begins. */
    int connections() {
        return connections.size();
    }

    /** Begins. Returns a future of the number of connections that did not end in time. */
    CompletableFuture<Integer> begin() {
        if (connections.isEmpty() && callers.areOpeningsOver()) {
            drained.complete(0);
            return drained;
        }
        try {
            schedule();
        } catch (RejectedExecutionException timerStopped) {
            end();
        }
        return drained;
    }

    private void schedule() {
        long spreadMillis = spreadMillis();
        for (int i = 0; i < open.size(); i++) {
            LiveConnection<?, ?, ?, ?> connection = open.get(i);
            long retryMillis = minRetryMillis + ThreadLocalRandom.current().nextLong(1, spreadMillis + 1);
            connection.send(connection.protocol().bye(retryMillis));
            Future<?> unused = threads.later(
                    () -> close(connection), TimeUnit.MILLISECONDS.toNanos(spreadMillis * i / open.size()));
        }
        Future<?> check = threads.withFixedDelay(this::check, CHECK_NANOS);
        Future<?> deadline = threads.later(this::end, maxNanos());
        CompletableFuture<?> unused = drained.whenComplete((forced, never) -> {
            check.cancel(false);
            deadline.cancel(false);
        });
    }

    /** Returns the time after which it ends, whatever is left. */
    long maxNanos() {
        return TimeUnit.MILLISECONDS.toNanos(spreadMillis())
                + limits.closeTimeout().toNanos();
    }

    /** Ends it now, whatever is left. */
    void end() {
        if (!drained.isDone()) {
            int forced = 0;
            try {
                Predicate<LiveConnection<?, ?, ?, ?>> held = callers.held();
                forced = (int) registry.all().stream().filter(held.negate()).count();
                connections.forEach(Drain::close);
            } finally {
                drained.complete(forced);
            }
        }
    }

    private long spreadMillis() {
        if (open.isEmpty()) {
            return 0;
        }
        long atHandshakeRate = open.size() * TimeUnit.SECONDS.toMillis(1) / limits.maxHandshakesPerSecond();
        return Math.min(limits.drainTimeout().toMillis(), 1 + atHandshakeRate);
    }

    private static void close(LiveConnection<?, ?, ?, ?> connection) {
        connection.close(connection.protocol().rules().whenDrained());
    }

    private void check() {
        if (callers.areOpeningsOver() && registry.all().stream().allMatch(callers.held())) {
            connections.forEach(Drain::close);
            drained.complete(0);
        }
    }
}
