package dev.strait.runtime.internal;

import dev.strait.runtime.Limits;
import java.util.concurrent.ThreadLocalRandom;

/** When a connection was heard last, and when to ping it. Pings are spread, so that they do not come all at once. */
final class Heartbeat {

    private final long deadNanos;
    private final long pingNanos;
    private volatile long heardAt;
    /** Touched by the timer only. */
    private long nextPing;

    Heartbeat(Limits limits, long now) {
        this.deadNanos = limits.idleTimeout().toNanos();
        this.pingNanos = limits.pingInterval().toNanos();
        this.heardAt = now;
        this.nextPing = now + spread();
    }

    void heard(long now) {
        heardAt = now;
    }

    boolean isDead(long now) {
        return now - heardAt > deadNanos;
    }

    boolean isPingDue(long now) {
        if (now - nextPing < 0) {
            return false;
        }
        nextPing = now + spread();
        return true;
    }

    private long spread() {
        return (long) (pingNanos * ThreadLocalRandom.current().nextDouble(0.8, 1.2));
    }
}
