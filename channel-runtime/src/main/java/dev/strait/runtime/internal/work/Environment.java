package dev.strait.runtime.internal.work;

import dev.strait.runtime.Limits;
import dev.strait.runtime.internal.foreign.ForeignCode;
import dev.strait.runtime.spi.TimeSource;

/** The services that all connections, channels and rooms of one node share. */
public final class Environment {

    private final Limits limits;
    private final TimeSource time;
    private final ForeignCode foreign;
    private final Threads threads;
    private volatile boolean isClosed;

    public Environment(Limits limits, TimeSource time, ForeignCode foreign, Threads threads) {
        this.limits = limits;
        this.time = time;
        this.foreign = foreign;
        this.threads = threads;
    }

    public Limits limits() {
        return limits;
    }

    public TimeSource time() {
        return time;
    }

    /** Returns the current time of the hub's clock in nanoseconds. */
    public long now() {
        return time.nanoTime();
    }

    public ForeignCode foreign() {
        return foreign;
    }

    public Threads threads() {
        return threads;
    }

    /** Whether the hub is closing or closed: no connections and no calls are accepted any more. */
    public boolean isClosed() {
        return isClosed;
    }

    /** Marks the hub as closing. */
    public void close() {
        isClosed = true;
    }
}
