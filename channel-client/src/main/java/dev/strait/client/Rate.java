package dev.strait.client;

import java.util.concurrent.TimeUnit;

/** The server's limit on messages: a bucket that refills with time, and is full at first. Guarded by the client's lock. */
final class Rate {

    private static final double SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Clock clock;
    /** Messages a second; zero if there is no limit. */
    private int perSecond;

    private double tokens;
    private long since;

    Rate(Clock clock) {
        this.clock = clock;
    }

    void set(int messagesPerSecond) {
        perSecond = messagesPerSecond;
        tokens = messagesPerSecond;
        since = clock.now();
    }

    /** Takes a token, if there is one. */
    boolean take() {
        if (perSecond <= 0) {
            return true;
        }
        long now = clock.now();
        tokens = Math.min(perSecond, tokens + (now - since) * perSecond / SECOND);
        since = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }

    /** Returns the nanoseconds in which one token comes. */
    long interval() {
        return perSecond <= 0 ? 0 : (long) Math.ceil(SECOND / perSecond);
    }
}
