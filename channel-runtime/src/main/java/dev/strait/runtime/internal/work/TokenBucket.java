package dev.strait.runtime.internal.work;

import java.util.concurrent.TimeUnit;

/** Lets so many through a second, and some at once after a rest. Guarded by itself. */
public final class TokenBucket {

    private final double perNano;
    private final double capacity;
    private double tokens;
    private long filledAt;

    public TokenBucket(int perSecond, int burst, long now) {
        this.perNano = (double) perSecond / TimeUnit.SECONDS.toNanos(1);
        this.capacity = burst;
        this.tokens = burst;
        this.filledAt = now;
    }

    public synchronized boolean take(long now) {
        fill(now);
        if (tokens < 1) {
            return false;
        }
        tokens -= 1;
        return true;
    }

    /** Takes what is not there yet either, so that the next ones wait longer. */
    public synchronized void charge(long now) {
        fill(now);
        tokens = Math.max(tokens - 1, -capacity);
    }

    /** Milliseconds until there is a token again, at least 1. */
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
