package dev.strait.runtime.internal.channel;

import dev.strait.runtime.internal.membership.RetentionQuota;

/** Whether a room without members keeps its state, and until when. Tasks of the room change it, and the timer reads it. */
final class Retention {

    private final long nanos;
    /** That of the connection or call that created the room, which counts the rooms that are kept. */
    private final RetentionQuota quota;

    private volatile boolean isKept;
    /** Valid while it is kept. */
    private volatile long until;

    Retention(long nanos, RetentionQuota quota) {
        this.nanos = nanos;
        this.quota = quota;
    }

    /** Keeps the state from now on for the whole time. Returns false if it must not be kept. In a task. */
    boolean tryKeep(long now) {
        if (nanos == 0 || (!isKept && !quota.tryKeep())) {
            return false;
        }
        until = now + nanos; // before the timer may read it
        isKept = true;
        return true;
    }

    /** Ends, because the room has members again or its state is discarded. In a task. */
    void end() {
        if (isKept) {
            isKept = false;
            quota.endKeeping();
        }
    }

    boolean isKept() {
        return isKept;
    }

    /** Whether the state was kept for long enough. */
    boolean isOver(long now) {
        return isKept && now - until >= 0;
    }
}
