package dev.strait.runtime.internal;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Writes what waits in outboxes, one outbox after the other, on a thread of its own: who sends only offers. It runs
 * while there is something to do and holds no thread otherwise. An outbox stands in it once at most, so it is bounded by
 * the number of connections.
 */
final class Pump {

    private static final System.Logger LOG = System.getLogger(Pump.class.getName());

    private final Executor executor;
    private final Queue<Outbox> ready = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean isRunning = new AtomicBoolean();

    Pump(Executor executor) {
        this.executor = executor;
    }

    /** Never blocks. */
    void ready(Outbox outbox) {
        ready.add(outbox);
        start();
    }

    private void start() {
        if (isRunning.compareAndSet(false, true)) {
            executor.execute(this::run);
        }
    }

    private void run() {
        Outbox outbox;
        while ((outbox = ready.poll()) != null) {
            try {
                outbox.drain();
            } catch (RuntimeException | Error unexpected) {
                LOG.log(System.Logger.Level.ERROR, "writing to a connection failed", unexpected);
            }
        }
        isRunning.set(false);
        if (!ready.isEmpty()) {
            start(); // one came between the last poll and the reset
        }
    }
}
