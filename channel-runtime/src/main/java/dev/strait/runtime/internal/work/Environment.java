package dev.strait.runtime.internal.work;

import dev.strait.runtime.Authenticator;
import dev.strait.runtime.Limits;
import dev.strait.runtime.internal.foreign.ForeignCode;
import dev.strait.runtime.spi.TimeSource;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The services that all connections, channels and rooms of one node share. */
public final class Environment {

    private final Limits limits;
    private final TimeSource time;
    private final Clock wallClock;
    private final @Nullable Authenticator authenticator;
    private final ForeignCode foreign;
    private final Threads threads;
    private volatile boolean isClosed;

    /**
     * Creates the services of a node.
     *
     * @param time the clock of limits and timers
     * @param wallClock the clock by which tokens expire
     * @param authenticator null if tokens are left to handlers
     */
    public Environment(
            Limits limits,
            TimeSource time,
            Clock wallClock,
            @Nullable Authenticator authenticator,
            ForeignCode foreign,
            Threads threads) {
        this.limits = limits;
        this.time = time;
        this.wallClock = wallClock;
        this.authenticator = authenticator;
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

    /** Returns the current time of the wall clock, in milliseconds since 1970. */
    public long wallMillis() {
        return wallClock.millis();
    }

    /** Returns what turns tokens into identities; null if tokens are left to handlers. */
    public @Nullable Authenticator authenticator() {
        return authenticator;
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
