package dev.strait.runtime.spi;

import java.util.concurrent.Executor;

/**
 * Supplies the executors of a hub, beside the one of its handlers. For tests that run everything on one thread, and for
 * containers that manage all threads.
 *
 * @see dev.strait.runtime.ChannelHub.Builder#threads
 */
@FunctionalInterface
public interface ThreadSource {

    /** What an executor is for. */
    enum Work {
        /** Writes to sockets without an event loop. A write may block until its peer reads. */
        WRITES,
        /** Pings, which may block until their peer reads. */
        PINGS,
        /** Closes of sockets, which may block for a while. */
        CLOSES,
        /** Calls of the application that no handler waits for, such as an ask that timed out. */
        CALLBACKS,
        /** What other nodes have sent. It never blocks. */
        ARRIVALS
    }

    /**
     * Returns an executor, which should have an unbounded queue or a thread for each task. Called once for each kind of
     * work, when the hub is built. The hub does not shut it down.
     */
    Executor executorFor(Work work);
}
