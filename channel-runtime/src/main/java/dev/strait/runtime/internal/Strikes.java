package dev.strait.runtime.internal;

/** Counts mishaps in a time, and says when there are too many. Guarded by itself. */
final class Strikes {

    private final int most;
    private final long window;
    private int count;
    private long since;

    Strikes(int most, long windowNanos) {
        this.most = most;
        this.window = windowNanos;
    }

    /** Notes one; true once there are more than allowed within the window. */
    synchronized boolean isOut(long now) {
        if (count == 0 || now - since > window) {
            count = 0;
            since = now;
        }
        return ++count > most;
    }
}
