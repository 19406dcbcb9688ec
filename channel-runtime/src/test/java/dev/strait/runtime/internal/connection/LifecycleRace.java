package dev.strait.runtime.internal.connection;

import dev.strait.runtime.CloseReason;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;

/** Concurrent open, close and disconnect: both ends take effect at most once, and the connection is gone after both. */
public final class LifecycleRace {

    private final Lifecycle lifecycle = new Lifecycle();
    private final AtomicInteger closes = new AtomicInteger();
    private final AtomicInteger disconnects = new AtomicInteger();

    @Operation
    public void open() {
        lifecycle.open();
    }

    @Operation
    public void close() {
        if (lifecycle.tryClose(new CloseReason(1000, "server"), 0)) {
            closes.incrementAndGet();
            lifecycle.handlerDone();
        }
    }

    @Operation
    public void disconnect() {
        if (lifecycle.tryDisconnect(new CloseReason(1006, "socket"), 0)) {
            disconnects.incrementAndGet();
        }
    }

    @Validate
    public void eachTakesEffectOnce() {
        boolean isGone = closes.get() == 1 && disconnects.get() == 1;
        if (closes.get() > 1 || disconnects.get() > 1 || lifecycle.isGone() != isGone) {
            throw new AssertionError(closes + " closes, " + disconnects + " disconnects, " + lifecycle.state());
        }
    }
}
