package dev.strait.runtime.internal.connection;

import dev.strait.runtime.internal.transport.Transport;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Decides when the socket of a connection is not read, so that TCP holds its client back. There may be several reasons at
 * once. A pause ends after a maximum time; until its reason has gone, messages are then refused instead. Safe for all
 * threads.
 */
final class ReadingGate {

    /** Why a socket is not read. */
    enum Reason {
        /** The client exceeds its rate. */
        RATE(1),
        /** The handler is behind. */
        QUEUE(2);

        private final int bit;

        Reason(int bit) {
            this.bit = bit;
        }
    }

    private static final long MAX_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Transport transport;
    private final LongSupplier clock;

    // Written under the lock of this.

    /** The bits of the reasons for the current pause. */
    private volatile int reasons;
    /** The bits of the reasons that have lasted for too long. */
    private volatile int expired;

    private long pausedSince;
    private boolean hasPaused;
    private long resumedAt;
    private boolean isEnded;

    ReadingGate(Transport transport, LongSupplier clock) {
        this.transport = transport;
        this.clock = clock;
    }

    /** Whether it can pause for this reason now. */
    boolean canPause(Reason reason) {
        return transport.canPauseReading() && (expired & reason.bit) == 0;
    }

    boolean isPaused() {
        return reasons != 0;
    }

    /** Whether reading is paused, or was after a time. */
    synchronized boolean wasPausedSince(long nanos) {
        return reasons != 0 || (hasPaused && resumedAt - nanos >= 0);
    }

    /** Whether a reason holds, be it that reading is paused or that the pause lasted for too long. */
    boolean holds(Reason reason) {
        return ((reasons | expired) & reason.bit) != 0;
    }

    /** Stops reading before the next frame, if that is possible. Returns whether this reason is new. */
    synchronized boolean pause(Reason reason, long now) {
        if (isEnded || !canPause(reason) || (reasons & reason.bit) != 0) {
            return false;
        }
        if (reasons == 0) {
            pausedSince = now;
            transport.pauseReading();
        }
        reasons |= reason.bit;
        return true;
    }

    /** Ends a pause for this reason, which may still hold. */
    synchronized void resume(Reason reason) {
        remove(reason.bit);
    }

    /**
     * Ends the pause for a reason that has gone.
     *
     * @param hasGone called with the lock held, so that a new pause for the same reason cannot be lost
     */
    synchronized void clearIf(Reason reason, BooleanSupplier hasGone) {
        if (holds(reason) && hasGone.getAsBoolean()) {
            expired &= ~reason.bit;
            remove(reason.bit);
        }
    }

    /**
     * Ends a pause that lasts for too long.
     *
     * @param judgedSince what was before does not count
     */
    synchronized void tick(long now, long judgedSince) {
        if (reasons != 0 && now - pausedSince >= MAX_NANOS && now - judgedSince >= MAX_NANOS) {
            expired |= reasons;
            remove(reasons);
        }
    }

    /** Reads what comes from now on, because the connection closes. */
    synchronized void end() {
        isEnded = true;
        remove(reasons);
    }

    private void remove(int bits) {
        boolean wasPaused = reasons != 0;
        reasons &= ~bits;
        if (wasPaused && reasons == 0) {
            hasPaused = true;
            resumedAt = clock.getAsLong();
            transport.resumeReading();
        }
    }
}
