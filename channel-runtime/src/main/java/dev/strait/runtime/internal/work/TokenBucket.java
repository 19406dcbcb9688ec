package dev.strait.runtime.internal.work;

import java.util.concurrent.TimeUnit;

/** Limits a rate: it allows a number of events per second, and a burst after a pause. Guarded by itself. */
public final class TokenBucket {

    private final double perNano;
    private final double capacity;
    private double tokens;
    private long filledAt;

    /**
     * Creates a full bucket.
     *
     * @param perSecond the average rate
     * @param burst the maximum number of tokens
     * @param now the current time, in nanoseconds
     */
    public TokenBucket(int perSecond, int burst, long now) {
        this.perNano = (double) perSecond / TimeUnit.SECONDS.toNanos(1);
        this.capacity = burst;
        this.tokens = burst;
        this.filledAt = now;
    }

    /** Takes a token. Returns false if there is none. */
    public synchronized boolean take(long now) {
        fill(now);
        if (tokens < 1) {
            return false;
        }
        tokens -= 1;
        return true;
    }

    /** Returns whether there is no token. */
    public synchronized boolean isEmpty(long now) {
        fill(now);
        return tokens < 1;
    }

    /** Returns whether nothing has been taken for so long that it is full again. */
    public synchronized boolean isFull(long now) {
        fill(now);
        return tokens >= capacity;
    }

    /** Takes a token even if there is none, so that later events wait longer. */
    public synchronized void charge(long now) {
        fill(now);
        tokens = Math.max(tokens - 1, -capacity);
    }

    /** Returns the milliseconds until the next token, at least 1. */
    public synchronized long waitMillis(long now) {
        fill(now);
        double nanos = (1 - tokens) / perNano;
        return Math.max(1, (long) Math.ceil(nanos / TimeUnit.MILLISECONDS.toNanos(1)));
    }

    private void fill(long now) {
        tokens = Math.min(capacity, tokens + (now - filledAt) * perNano);
        filledAt = now;
    }
}
