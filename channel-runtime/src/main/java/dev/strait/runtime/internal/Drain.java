package dev.strait.runtime.internal;

import dev.strait.runtime.Limits;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Closes all connections so that their clients come back one after the other: each is told its own delay, and the closes
 * are spread over as long as the handshake rate of a new node needs, at most over the drain time.
 */
final class Drain {

    private final Sockets sockets;
    private final ScheduledExecutorService timer;
    private final Limits limits;
    private final List<LiveConnection<?, ?, ?, ?>> connections;
    /** Those whom there is something to say to. The others have until the end. */
    private final List<LiveConnection<?, ?, ?, ?>> live;

    private final CountDownLatch gone = new CountDownLatch(1);

    private Drain(Sockets sockets, ScheduledExecutorService timer, Limits limits) {
        this.sockets = sockets;
        this.timer = timer;
        this.limits = limits;
        this.connections = sockets.all();
        this.live = connections.stream()
                .filter(connection -> !connection.isClosing())
                .toList();
    }

    static Drain of(Sockets sockets, ScheduledExecutorService timer, Limits limits) {
        return new Drain(sockets, timer, limits);
    }

    /** Blocks until all are gone, or the time is up; keeps the thread's interruption. */
    void await() {
        if (connections.isEmpty()) {
            return;
        }
        long spread = live.isEmpty()
                ? 0
                : Math.min(
                        limits.drainTimeout().toMillis(),
                        1 + live.size() * TimeUnit.SECONDS.toMillis(1) / limits.maxHandshakesPerSecond());
        for (int i = 0; i < live.size(); i++) {
            LiveConnection<?, ?, ?, ?> connection = live.get(i);
            connection.send(
                    connection.protocol().bye(ThreadLocalRandom.current().nextLong(1, spread + 1)));
            Future<?> unused = timer.schedule(() -> close(connection), spread * i / live.size(), TimeUnit.MILLISECONDS);
        }
        Future<?> unused = timer.scheduleWithFixedDelay(this::look, 1, 5, TimeUnit.MILLISECONDS);
        try {
            gone.await(spread + limits.closeTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException noTime) {
            Thread.currentThread().interrupt();
        }
        connections.forEach(Drain::close);
    }

    private static void close(LiveConnection<?, ?, ?, ?> connection) {
        connection.close(connection.protocol().rules().whenDrained());
    }

    private void look() {
        if (sockets.isEmpty()) {
            gone.countDown();
        }
    }
}
