package dev.strait.runtime.internal.cluster;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.internal.foreign.Log;
import dev.strait.runtime.spi.Selection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The closes that may not have reached the other nodes, which have to be sent again. Safe for all threads. */
final class Closes {

    private static final Log LOG = Log.of(Closes.class);

    private static final int MAX = 10_000;

    /**
     * A close.
     *
     * @param decidedAt on the clock of the node
     */
    record Decided(String channel, Selection to, CloseReason reason, long decidedAt) {}

    /** The oldest first. Guarded by this. */
    private final Deque<Decided> unsent = new ArrayDeque<>();

    /** Keeps a close until the engine is reachable. */
    void keep(Decided close) {
        if (isFullWith(close)) {
            LOG.warning("More than " + MAX + " closes wait for the engine. The oldest one is given up.", null);
        }
    }

    private synchronized boolean isFullWith(Decided close) {
        unsent.add(close);
        if (unsent.size() <= MAX) {
            return false;
        }
        unsent.remove();
        return true;
    }

    /** Removes and returns all that are kept. */
    synchronized List<Decided> takeAll() {
        List<Decided> all = new ArrayList<>(unsent);
        unsent.clear();
        return all;
    }
}
