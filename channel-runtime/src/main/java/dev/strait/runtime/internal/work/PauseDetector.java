package dev.strait.runtime.internal.work;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Notices that the whole process was paused, such as by SIGSTOP, a suspended machine or a long garbage collection: then the
 * timer is late. For the timer only.
 */
public final class PauseDetector {

    private static final long MIN_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final LongSupplier nanoTime;
    private long lastCall;

    /**
     * Creates a detector that starts now.
     *
     * @param nanoTime the clock that drives the timer
     */
    public PauseDetector(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.lastCall = nanoTime.getAsLong();
    }

    /** Returns whether the process was paused since the last call. Call it several times a second. */
    public boolean isAfterPause() {
        long now = nanoTime.getAsLong();
        boolean isLate = now - lastCall > MIN_PAUSE_NANOS;
        lastCall = now;
        return isLate;
    }
}
