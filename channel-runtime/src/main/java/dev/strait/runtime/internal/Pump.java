package dev.strait.runtime.internal;

import dev.strait.runtime.spi.FrameBatch;
import dev.strait.runtime.spi.TextFrame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Writes what waits in outboxes, one outbox after the other, on a thread of its own or on a socket's: who sends only
 * offers. What has gathered in an outbox until its turn leaves in one write. It runs while there is something to do and
 * holds no thread otherwise. An outbox stands in it once at most, so it is bounded by the number of connections.
 *
 * <p>Outboxes that became ready at about the same time form a chain. What is for few and what is for many have a lane each,
 * and the lanes, and the chains within one, take turns by slices: so a room of 100,000 holds a small one up for a slice.
 */
final class Pump {

    private static final System.Logger LOG = System.getLogger(Pump.class.getName());

    /** Outboxes of one chain, and of one call of the executor. */
    static final int SLICE = 256;

    private static final int MOST_FRAMES = 256;
    private static final int MOST_BYTES = 65_536;

    private final Executor executor;
    private final Executor later;
    private final AtomicBoolean isRunning = new AtomicBoolean();

    // Guarded by this.

    private Lane lane = new Lane();
    private Lane otherLane = new Lane();
    private final Lane forFew = lane;
    private final Lane forMany = otherLane;
    private int leftInSlice;
    private Turn turn = new Turn();
    private long drained;
    /** How many it had been when {@link #relieve} came by. */
    private long drainedBefore;

    /**
     * A pump that has nothing to do yet.
     *
     * @param executor where to begin
     * @param later where to go on after a slice, when others have had their turn
     */
    Pump(Executor executor, Executor later) {
        this.executor = executor;
        this.later = later;
    }

    /**
     * Never blocks, unless the executor does.
     *
     * @param isOfMany whether many others become ready together with it
     */
    void ready(Outbox outbox, boolean isOfMany) {
        (isOfMany ? forMany : forFew).add(outbox);
        if (!isRunning.get() && isRunning.compareAndSet(false, true)) {
            start();
        }
    }

    private synchronized void start() {
        start(executor, turn);
    }

    private void start(Executor on, Turn next) {
        try {
            on.execute(next);
        } catch (RejectedExecutionException busyOrStopped) {
            isRunning.set(false); // the timer tries again
            LOG.log(System.Logger.Level.DEBUG, "no thread to write", busyOrStopped);
        }
    }

    /**
     * Lets another thread go on, if one outbox has taken all the time since the last call. For transports that may block
     * in spite of all.
     */
    synchronized void relieve() {
        if (isRunning.get() ? drained == drainedBefore : hasWork() && isRunning.compareAndSet(false, true)) {
            turn = new Turn();
            start(executor, turn);
        }
        drainedBefore = drained;
    }

    private boolean hasWork() {
        return forFew.hasWork() || forMany.hasWork();
    }

    private synchronized @Nullable Outbox next(Turn by) {
        if (by != turn) {
            return null; // relieved
        }
        do {
            if (leftInSlice == 0 || lane.chains.isEmpty()) {
                nextSlice();
            }
            Outbox outbox = lane.poll();
            if (outbox != null) {
                leftInSlice--;
                drained++;
                return outbox;
            }
            isRunning.set(false);
        } while (hasWork() && isRunning.compareAndSet(false, true)); // one came at the last moment
        return null;
    }

    private void nextSlice() {
        lane.turnOver();
        otherLane.turnOver();
        if (!otherLane.chains.isEmpty()) {
            Lane before = lane;
            lane = otherLane;
            otherLane = before;
        }
        leftInSlice = SLICE;
    }

    /** Chains of outboxes. All but {@link #arrived} is guarded by the pump. */
    private static final class Lane {

        /** Those that became ready since the last look, linked by {@link Outbox#nextReady}, the last one first. */
        private final AtomicReference<@Nullable Outbox> arrived = new AtomicReference<>();

        private final Deque<Outbox> chains = new ArrayDeque<>();

        void add(Outbox outbox) {
            Outbox before;
            do {
                before = arrived.get();
                outbox.nextReady = before;
            } while (!arrived.compareAndSet(before, outbox));
        }

        boolean hasWork() {
            return !chains.isEmpty() || arrived.get() != null;
        }

        @Nullable
        Outbox poll() {
            Outbox first = chains.poll();
            if (first != null && first.nextReady != null) {
                chains.addFirst(first.nextReady);
                first.nextReady = null;
            }
            return first;
        }

        /** What has arrived becomes a chain; the one that was first gets its next slice after all others. */
        void turnOver() {
            Outbox interrupted = chains.poll();
            Outbox chain = inOrder(arrived.getAndSet(null));
            if (chain != null) {
                chains.addLast(chain);
            }
            if (interrupted != null) {
                chains.addLast(interrupted);
            }
        }

        private static @Nullable Outbox inOrder(@Nullable Outbox reversed) {
            Outbox first = null;
            Outbox rest = reversed;
            while (rest != null) {
                Outbox following = rest.nextReady;
                rest.nextReady = first;
                first = rest;
                rest = following;
            }
            return first;
        }
    }

    /** One thread's work, until there is nothing left or another thread has taken over. */
    final class Turn implements Runnable {

        private final TextFrame[] taken = new TextFrame[MOST_FRAMES];
        private @Nullable FrameBatch last;

        @Override
        public void run() {
            for (int i = 0; i < SLICE; i++) {
                Outbox outbox = next(this);
                if (outbox == null) {
                    last = null;
                    return;
                }
                try {
                    outbox.drain(this);
                } catch (RuntimeException | Error unexpected) {
                    LOG.log(System.Logger.Level.ERROR, "writing to a connection failed", unexpected);
                }
            }
            start(later, this);
        }

        /** Takes what is to leave in one write. */
        int take(FrameQueue waiting, int most) {
            return waiting.drainTo(taken, Math.min(most, MOST_FRAMES), MOST_BYTES);
        }

        /** What was taken, as a batch: the last one again if it is of the same frames. */
        FrameBatch batch(int count) {
            FrameBatch known = last;
            if (known == null || !known.isOf(taken, count)) {
                known = FrameBatch.of(taken, count);
                last = known;
            }
            return known;
        }
    }
}
