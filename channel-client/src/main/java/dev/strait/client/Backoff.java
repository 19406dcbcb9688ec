package dev.strait.client;

import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/** The delays between attempts: twice as long after each, with full jitter, so that clients do not return all at once. */
final class Backoff {

    static final long MAX = TimeUnit.SECONDS.toNanos(30);

    private static final long FIRST = TimeUnit.MILLISECONDS.toNanos(500);
    static final long MIN = TimeUnit.MILLISECONDS.toNanos(100);
    /** Beyond it, the delay is the maximum. */
    private static final int MAX_DOUBLINGS = 6;

    private final DoubleSupplier random;
    private int attempt;

    Backoff(DoubleSupplier random) {
        this.random = random;
    }

    /** Returns how many attempts have failed in a row. */
    int attempt() {
        return attempt;
    }

    void reset() {
        attempt = 0;
    }

    /** Counts a failed attempt, and returns the delay until the next. */
    long next() {
        long upper = Math.min(MAX, FIRST << Math.min(attempt, MAX_DOUBLINGS));
        attempt++;
        long millis = Math.round(TimeUnit.NANOSECONDS.toMillis(upper) * random.getAsDouble());
        return Math.max(MIN, TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
