package dev.strait.runtime.internal.work;

/** Counts failures within a window of time. Guarded by itself. */
public final class FailureCounter {

    private final int max;
    private final long window;
    private int count;
    private long since;

    public FailureCounter(int max, long windowNanos) {
        this.max = max;
        this.window = windowNanos;
    }

    /** Records a failure. Returns true if there are more than the maximum within the window. */
    public synchronized boolean record(long now) {
        if (count == 0 || now - since > window) {
            count = 0;
            since = now;
        }
        return ++count > max;
    }
}
