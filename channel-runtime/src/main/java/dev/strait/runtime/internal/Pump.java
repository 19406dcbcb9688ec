package dev.strait.runtime.internal;

import dev.strait.runtime.spi.FrameBatch;
import dev.strait.runtime.spi.TextFrame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Writes what waits in outboxes, one outbox after the other, on a thread of its own or on a socket's: who sends only
 * offers. What has gathered in an outbox until its turn leaves in one write. It runs while there is something to do and
 * holds no thread otherwise. An outbox stands in it once at most, so it is bounded by the number of connections.
 *
 * <p>Outboxes that became ready at about the same time form a chain, such as a room's members after a broadcast. Chains
 * take turns, so that a large room does not hold up a small one for longer than a slice.
 */
final class Pump {

    private static final System.Logger LOG = System.getLogger(Pump.class.getName());

    /** Outboxes of one chain, and of one call of the executor. */
    private static final int SLICE = 256;

    private static final int MOST_FRAMES = 256;
    private static final int MOST_BYTES = 65_536;

    private final Executor executor;
    /** Those that became ready since the last look, linked by {@link Outbox#nextReady}, the last one first. */
    private final AtomicReference<@Nullable Outbox> arrived = new AtomicReference<>();

    private final AtomicBoolean isRunning = new AtomicBoolean();

    // Guarded by this.

    private final Deque<Outbox> chains = new ArrayDeque<>();
    private int leftInSlice;
    private Turn turn = new Turn();
    private long drained;
    /** How many it had been when {@link #relieve} came by. */
    private long drainedBefore;

    Pump(Executor executor) {
        this.executor = executor;
    }

    /** Never blocks, unless the executor does. */
    void ready(Outbox outbox) {
        Outbox before;
        do {
            before = arrived.get();
            outbox.nextReady = before;
        } while (!arrived.compareAndSet(before, outbox));
        if (!isRunning.get() && isRunning.compareAndSet(false, true)) {
            start();
        }
    }

    private synchronized void start() {
        executor.execute(turn);
    }

    /**
     * Lets another thread go on, if one outbox has taken all the time since the last call. For transports that may block
     * in spite of all.
     */
    synchronized void relieve() {
        if (isRunning.get() && drained == drainedBefore) {
            turn = new Turn();
            executor.execute(turn);
        }
        drainedBefore = drained;
    }

    private synchronized @Nullable Outbox next(Turn by) {
        if (by != turn) {
            return null; // relieved
        }
        do {
            if (leftInSlice == 0 || chains.isEmpty()) {
                nextSlice();
            }
            Outbox outbox = chains.poll();
            if (outbox != null) {
                Outbox following = outbox.nextReady;
                outbox.nextReady = null;
                if (following == null) {
                    leftInSlice = SLICE; // for the next chain
                } else {
                    chains.addFirst(following);
                    leftInSlice--;
                }
                drained++;
                return outbox;
            }
            isRunning.set(false);
        } while (arrived.get() != null && isRunning.compareAndSet(false, true)); // one came at the last moment
        return null;
    }

    /** What has arrived becomes a chain of its own; one that has had its slice gets the next after all others. */
    private void nextSlice() {
        Outbox interrupted = chains.poll();
        Outbox chain = inOrder(arrived.getAndSet(null));
        if (chain != null) {
            chains.addLast(chain);
        }
        if (interrupted != null) {
            chains.addLast(interrupted);
        }
        leftInSlice = SLICE;
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
            executor.execute(this); // after what else waits for this thread
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
