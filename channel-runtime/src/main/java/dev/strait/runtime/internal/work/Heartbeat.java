package dev.strait.runtime.internal.work;

import dev.strait.runtime.Limits;
import java.util.concurrent.ThreadLocalRandom;

/** When the peer of a connection was last heard, and when to ping it next. Pings are spread over time. */
public final class Heartbeat {

    private static final double MIN_SPREAD = 0.8;
    private static final double MAX_SPREAD = 1.2;

    private volatile long heardAt;

    private volatile boolean isAwaited;
    /** Used by the timer only. */
    private long nextPing;

    public Heartbeat(Limits limits, long now) {
        this.heardAt = now;
        this.nextPing = now + spread(limits);
    }

    public void heard(long now) {
        heardAt = now;
        if (isAwaited) {
            isAwaited = false;
        }
    }

    /** Begins to wait for a sign of life. */
    public void await() {
        isAwaited = true;
    }

    /** Whether nothing has been heard since {@link #await}. */
    public boolean isAwaited() {
        return isAwaited;
    }

    /**
     * Whether nothing has been heard for longer than the idle timeout.
     *
     * @param judgedSince what was before does not count
     */
    public boolean isIdle(Limits limits, long now, long judgedSince) {
        long timeout = limits.idleTimeout().toNanos();
        return now - heardAt > timeout && now - judgedSince > timeout;
    }

    /** Returns true if a ping is due, and schedules the next one. For the timer only. */
    public boolean tryPing(Limits limits, long now) {
        if (now - nextPing < 0) {
            return false;
        }
        nextPing = now + spread(limits);
        return true;
    }

    private static long spread(Limits limits) {
        return (long)
                (limits.pingInterval().toNanos() * ThreadLocalRandom.current().nextDouble(MIN_SPREAD, MAX_SPREAD));
    }
}
