package dev.strait.redis;

import java.util.concurrent.atomic.AtomicInteger;

/** Whether a server answers. Safe for all threads. */
final class Progress {

    private final AtomicInteger waiting = new AtomicInteger();
    private volatile long lastAnswer;

    /** A request is sent. */
    void asked() {
        if (waiting.get() == 0) {
            lastAnswer = System.nanoTime(); // before it counts as waiting
        }
        waiting.incrementAndGet();
    }

    /** A request is answered. */
    void answered() {
        lastAnswer = System.nanoTime();
        waiting.decrementAndGet();
    }

    /** The time begins anew, because this process could not read answers. */
    void forgive() {
        lastAnswer = System.nanoTime();
    }

    /** Returns the number of requests without an answer. */
    int waiting() {
        return waiting.get();
    }

    /** Whether requests wait, and none was answered for so long. */
    boolean isStalled(long nanos) {
        return waiting.get() > 0 && System.nanoTime() - lastAnswer > nanos;
    }
}
