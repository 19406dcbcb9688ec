package dev.strait.tests.soak;

import dev.strait.runtime.ChannelListener;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.ConnectionInfo;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the events of the hub. */
final class Events implements ChannelListener {

    private final AtomicLong opened = new AtomicLong();
    private final AtomicLong closed = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong handshakesRefused = new AtomicLong();
    private final AtomicLong evicted = new AtomicLong();
    private volatile long lastEviction;
    private volatile long restartedAt;
    private volatile long evictedBefore;

    @Override
    public void opened(ConnectionInfo connection) {
        opened.incrementAndGet();
    }

    @Override
    public void closed(ConnectionInfo connection, CloseReason reason) {
        closed.incrementAndGet();
    }

    @Override
    public void refused(ConnectionInfo connection, String code) {
        refused.incrementAndGet();
    }

    @Override
    public void handshakeRefused(String path, String reason) {
        handshakesRefused.incrementAndGet();
    }

    @Override
    public void evicted(ConnectionInfo connection, CloseReason reason) {
        lastEviction = System.nanoTime();
        evicted.incrementAndGet();
    }

    String state() {
        return "opened " + opened + " closed " + closed + " refused " + refused + " handshakesRefused "
                + handshakesRefused + " evicted " + evicted;
    }

    void restart() {
        restartedAt = System.nanoTime();
        lastEviction = restartedAt;
        evictedBefore = evicted.get();
    }

    /** Returns the evictions since the last restart, and when the last of them was. */
    String sinceRestart() {
        return "evicted " + (evicted.get() - evictedBefore) + " lastEvictionMillis "
                + TimeUnit.NANOSECONDS.toMillis(lastEviction - restartedAt);
    }
}
