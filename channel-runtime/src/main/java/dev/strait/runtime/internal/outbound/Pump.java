package dev.strait.runtime.internal.outbound;

import dev.strait.runtime.internal.foreign.ForeignCode;
import dev.strait.runtime.internal.foreign.Log;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Writes the frames that wait in outboxes, one outbox after the other, on a thread of its own or on a socket's event
 * loop. Senders only offer frames. All frames that an outbox has gathered by the time it is reached leave in one write.
 * The pump occupies a thread only while an outbox is ready. An outbox is in the pump at most once, so the pump is
 * bounded by the number of connections.
 *
 * <pre>
 * sender -> Outbox --ready--> lane for few   [arrived] -> [chain][chain]...  \
 *                        or -> lane for many [arrived] -> [chain][chain]...  /  one slice at a time -> Run -> Transport
 * </pre>
 *
 * <p>Outboxes that become ready while a slice is written form a chain. Frames for few recipients and broadcasts to many
 * have a lane each. The lanes alternate after {@value #SLICE} outboxes, and so do the chains within a lane, so a room of
 * 100,000 members delays a small room by one slice.
 *
 * <p>One {@link Run} at a time is the current one. Deciding that a run is needed and making it the current one is a
 * single step under the monitor. Everything that a run touches while it writes belongs to that run alone, so a run that
 * was replaced can never share frames with its successor; it ends when it asks for its next outbox. Executors are called
 * without the monitor.
 */
public final class Pump {

    private static final Log LOG = Log.of(Pump.class);

    /** The number of outboxes that are written before the other lane and other chains get their share. */
    public static final int SLICE = 256;

    private final ForeignCode foreign;
    private final Executor executor;
    private final Executor later;

    /** The run that writes; null while the pump is idle. Written under the monitor, also read without it. */
    private volatile @Nullable Run current;

    // Guarded by this.

    private Lane lane = new Lane();
    private Lane otherLane = new Lane();
    private final Lane forFew = lane;
    private final Lane forMany = otherLane;
    private int leftInSlice;
    private @Nullable BatchBuffer spareBuffer;
    private long drained;
    /** The value of {@link #drained} at the last call of {@link #relieve}. */
    private long drainedBefore;

    /**
     * Creates an idle pump.
     *
     * @param executor starts a run
     * @param later continues a run after a slice, once other tasks of its thread have had their turn
     */
    Pump(ForeignCode foreign, Executor executor, Executor later) {
        this.foreign = foreign;
        this.executor = executor;
        this.later = later;
    }

    /**
     * Adds an outbox that has something to write. Never blocks, unless the executor does.
     *
     * @param isForMany whether many other outboxes become ready together with it
     */
    void ready(Outbox outbox, boolean isForMany) {
        (isForMany ? forMany : forFew).add(outbox);
        if (current == null) {
            startIfIdle();
        }
    }

    private void startIfIdle() {
        Run run;
        synchronized (this) {
            if (current != null) {
                return;
            }
            run = newRun();
        }
        handOver(run, executor);
    }

    /**
     * Replaces a run that has made no progress since the last call, and starts one if outboxes wait although none runs.
     * For transports whose writes may block.
     */
    void relieve() {
        Run run = null;
        synchronized (this) {
            boolean isStuck = current != null && drained == drainedBefore;
            boolean isStranded = current == null && hasWork();
            if (isStuck || isStranded) {
                run = newRun();
            }
            drainedBefore = drained;
        }
        if (run != null) {
            handOver(run, executor);
        }
    }

    /** Makes a new run the current one. With the monitor held. */
    private Run newRun() {
        Run run = new Run(spareBuffer == null ? new BatchBuffer() : spareBuffer);
        spareBuffer = null;
        current = run;
        return run;
    }

    private void handOver(Run run, Executor to) {
        Throwable rejection = foreign.execute(to, run);
        if (rejection != null) { // the executor is busy or stopped; relieve() tries again
            synchronized (this) {
                if (current == run) {
                    current = null;
                }
            }
            LOG.debug("The executor rejected a run of the pump. It is tried again.", rejection);
        }
    }

    private boolean hasWork() {
        return forFew.hasWork() || forMany.hasWork();
    }

    /** The next outbox for a run; null ends the run. */
    private synchronized @Nullable Outbox next(Run run) {
        while (current == run) {
            if (leftInSlice == 0 || lane.hasNoChain()) {
                nextSlice();
            }
            Outbox outbox = lane.poll();
            if (outbox != null) {
                leftInSlice--;
                drained++;
                return outbox;
            }
            current = null; // from here on senders start a run of their own
            if (hasWork()) {
                current = run; // one arrived just before
            }
        }
        run.buffer.release();
        spareBuffer = run.buffer;
        return null;
    }

    private void nextSlice() {
        lane.turnOver();
        otherLane.turnOver();
        if (!otherLane.hasNoChain()) {
            Lane before = lane;
            lane = otherLane;
            otherLane = before;
        }
        leftInSlice = SLICE;
    }

    /** Writes one outbox after the other on one thread, until none is ready or another run replaces this one. */
    private final class Run implements Runnable {

        /** Not touched any more once {@link Pump#next} has returned null: then another run may use it. */
        private final BatchBuffer buffer;

        Run(BatchBuffer buffer) {
            this.buffer = buffer;
        }

        @Override
        public void run() {
            for (int i = 0; i < SLICE; i++) {
                Outbox outbox = next(this);
                if (outbox == null) {
                    return;
                }
                try {
                    outbox.drain(buffer);
                } catch (Throwable unexpected) {
                    LOG.error("Writing to a connection failed.", unexpected);
                }
            }
            handOver(this, later);
        }
    }
}
