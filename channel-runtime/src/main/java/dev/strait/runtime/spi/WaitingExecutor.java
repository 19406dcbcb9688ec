package dev.strait.runtime.spi;

import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/**
 * An executor of handlers that has no other thread to complete what a handler waits for. A thread that waits for a result
 * of the runtime, such as the answer to an ask, runs other tasks meanwhile. Made for tests on one thread.
 */
public interface WaitingExecutor extends Executor {

    /**
     * Runs tasks on the calling thread until a condition holds, or the time is up.
     *
     * @param maxNanos the maximum time on the clock of the hub
     */
    void runUntil(BooleanSupplier condition, long maxNanos);

    /**
     * Does the same for a condition that another thread may fulfil: gives other threads a while before time passes on the
     * clock of the hub.
     *
     * @param maxNanos the maximum time on the clock of the hub
     */
    void runUntilOthers(BooleanSupplier condition, long maxNanos);
}
