package dev.strait.runtime.internal.node;

import dev.strait.runtime.Limits;
import dev.strait.runtime.internal.connection.LiveConnection;
import dev.strait.runtime.internal.work.Threads;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Closes all connections so that their clients do not reconnect all at once: each client gets a delay of its own, and the
 * closes are spread over the time that the handshake rate of a new node needs, at most over the drain timeout.
 */
final class Drain {

    private static final long CHECK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final ConnectionRegistry registry;
    private final BooleanSupplier areOpeningsOver;
    private final Threads threads;
    private final Limits limits;
    private final long minRetryMillis;
    private final Predicate<LiveConnection<?, ?, ?, ?>> held;
    private final List<LiveConnection<?, ?, ?, ?>> connections;
    /** The connections that can still receive something. The others have until the end. */
    private final List<LiveConnection<?, ?, ?, ?>> open;

    /** Clients that reconnect sooner meet the node that stops, if there is no other. */
    private static final long MIN_RETRY_MILLIS = 500;

    private final CountDownLatch drained = new CountDownLatch(1);

    /**
     * Creates the drain of all connections.
     *
     * @param areOpeningsOver whether no handshake waits for a handler
     * @param isOnlyNode whether no other node serves the channels meanwhile
     * @param held tells connections that it must not wait for
     */
    Drain(
            ConnectionRegistry registry,
            BooleanSupplier areOpeningsOver,
            Threads threads,
            Limits limits,
            boolean isOnlyNode,
            Predicate<LiveConnection<?, ?, ?, ?>> held) {
        this.registry = registry;
        this.areOpeningsOver = areOpeningsOver;
        this.threads = threads;
        this.limits = limits;
        this.minRetryMillis = isOnlyNode ? MIN_RETRY_MILLIS : 0;
        this.held = held;
        this.connections = registry.all();
        this.open = connections.stream()
                .filter(connection -> !connection.isClosing())
                .toList();
    }

    /** Blocks until all connections are gone or the time is up. Keeps the interrupt status of the thread. */
    void await() {
        if (connections.isEmpty() && areOpeningsOver.getAsBoolean()) {
            return;
        }
        long spreadMillis = open.isEmpty() ? 0 : spreadMillis();
        for (int i = 0; i < open.size(); i++) {
            LiveConnection<?, ?, ?, ?> connection = open.get(i);
            long retryMillis = minRetryMillis + ThreadLocalRandom.current().nextLong(1, spreadMillis + 1);
            connection.send(connection.protocol().bye(retryMillis));
            Future<?> unused = threads.later(
                    () -> close(connection), TimeUnit.MILLISECONDS.toNanos(spreadMillis * i / open.size()));
        }
        Future<?> check = threads.withFixedDelay(this::check, CHECK_NANOS);
        try {
            drained.await(spreadMillis + limits.closeTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException noTime) {
            Thread.currentThread().interrupt();
        }
        check.cancel(false);
        connections.forEach(Drain::close);
    }

    private long spreadMillis() {
        long atHandshakeRate = open.size() * TimeUnit.SECONDS.toMillis(1) / limits.maxHandshakesPerSecond();
        return Math.min(limits.drainTimeout().toMillis(), 1 + atHandshakeRate);
    }

    private static void close(LiveConnection<?, ?, ?, ?> connection) {
        connection.close(connection.protocol().rules().whenDrained());
    }

    private void check() {
        if (areOpeningsOver.getAsBoolean() && registry.all().stream().allMatch(held)) {
            drained.countDown();
        }
    }
}
