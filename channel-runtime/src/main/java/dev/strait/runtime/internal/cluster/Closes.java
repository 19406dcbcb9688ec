package dev.strait.runtime.internal.cluster;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.internal.foreign.Log;
import dev.strait.runtime.spi.Selection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The closes that this node has decided in the last minutes. Those that were not accepted are sent again, and all of them are
 * sent to a node that comes back: it has not heard them. Safe for all threads.
 */
final class Closes {

    private static final Log LOG = Log.of(Closes.class);

    private static final long MAX_AGE_NANOS = TimeUnit.MINUTES.toNanos(10);
    private static final int MAX = 10_000;

    /**
     * A close.
     *
     * @param decidedAt on the clock of the node
     */
    record Decided(String channel, Selection to, CloseReason reason, long decidedAt) {}

    /**
     * A close that has to be sent.
     *
     * @param peer the only node that needs it; null for all
     */
    record Job(Decided close, @Nullable String peer) {}

    // Guarded by this.

    /** The oldest first. */
    private final Deque<Decided> recent = new ArrayDeque<>();

    private final Deque<Job> jobs = new ArrayDeque<>();

    /** Keeps a close for nodes that come back. */
    synchronized void add(Decided close) {
        recent.add(close);
        while (recent.size() > MAX || close.decidedAt() - recent.element().decidedAt() > MAX_AGE_NANOS) {
            recent.remove();
        }
    }

    /** Keeps a job until the engine takes it. */
    void retry(Job job) {
        if (isFullWith(job)) {
            LOG.warning("More than " + MAX + " closes wait for the engine. The oldest one is given up.", null);
        }
    }

    private synchronized boolean isFullWith(Job job) {
        jobs.add(job);
        if (jobs.size() <= MAX) {
            return false;
        }
        jobs.remove();
        return true;
    }

    /** A node has come, or has come back. What was still to be sent to it is sent with the rest. */
    synchronized void sendTo(String peer, long now) {
        jobs.removeIf(job -> peer.equals(job.peer()));
        for (Decided close : recent) {
            if (now - close.decidedAt() <= MAX_AGE_NANOS) {
                jobs.add(new Job(close, peer));
            }
        }
    }

    /** Removes and returns the oldest jobs. */
    synchronized List<Job> take(int max) {
        List<Job> some = new ArrayList<>();
        while (some.size() < max && !jobs.isEmpty()) {
            some.add(jobs.remove());
        }
        return some;
    }
}
