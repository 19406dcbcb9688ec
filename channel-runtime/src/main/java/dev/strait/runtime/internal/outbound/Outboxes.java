package dev.strait.runtime.internal.outbound;

import dev.strait.runtime.Limits;
import dev.strait.runtime.internal.foreign.ForeignCode;
import dev.strait.runtime.internal.transport.Transport;
import dev.strait.runtime.spi.TimeSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Creates the outboxes of a node and gives each a pump: that of its event loop, or one of a pump per core for transports
 * that any thread may write to.
 */
public final class Outboxes {

    /** How long one write may delay other connections. */
    private static final long RELIEF_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Outbox.Settings settings;
    private final ForeignCode foreign;
    private final Function<Runnable, Future<?>> reliefTimer;
    /** For transports that any thread may write to. */
    private final Pump[] pumps;
    /** For transports that one thread writes to. */
    private final Map<Executor, Pump> loops = new ConcurrentHashMap<>();
    /** Null before the first connection that needs it. */
    private final AtomicReference<@Nullable Future<?>> relief = new AtomicReference<>();

    /**
     * Creates outboxes.
     *
     * @param writers where pumps without an event loop write
     * @param blocking runs closes that may block
     * @param pings runs pings that may block
     * @param periodically runs a task repeatedly, with a pause in nanoseconds
     */
    public Outboxes(
            TimeSource time,
            ForeignCode foreign,
            Executor writers,
            Consumer<Runnable> blocking,
            Consumer<Runnable> pings,
            PeriodicTimer periodically) {
        this.settings = new Outbox.Settings(time, blocking, pings);
        this.foreign = foreign;
        this.reliefTimer = task -> periodically.start(task, RELIEF_NANOS);
        this.pumps = new Pump[Runtime.getRuntime().availableProcessors()];
        for (int i = 0; i < pumps.length; i++) {
            pumps[i] = new Pump(foreign, writers, writers);
        }
    }

    /** Runs a task repeatedly until it is cancelled. */
    @FunctionalInterface
    public interface PeriodicTimer {

        Future<?> start(Runnable task, long nanos);
    }

    /**
     * Creates the outbox of a connection.
     *
     * @param onFailure called when a write fails
     */
    public Outbox create(String connectionId, Transport transport, Limits limits, Runnable onFailure) {
        Executor loop = transport.loop();
        Executor later = transport.later();
        Pump pump = loop == null || later == null
                ? pump(connectionId)
                : loops.computeIfAbsent(loop, first -> new Pump(foreign, first, later));
        return new Outbox(transport, pump, limits, settings, onFailure);
    }

    private Pump pump(String connectionId) {
        if (relief.get() == null) {
            Future<?> started = reliefTimer.apply(this::relieve);
            if (!relief.compareAndSet(null, started)) {
                started.cancel(false);
            }
        }
        return pumps[Math.floorMod(connectionId.hashCode(), pumps.length)];
    }

    private void relieve() {
        for (Pump pump : pumps) {
            pump.relieve();
        }
    }

    /** Stops the timer. */
    public void close() {
        Future<?> started = relief.get();
        if (started != null) {
            started.cancel(false);
        }
    }
}
