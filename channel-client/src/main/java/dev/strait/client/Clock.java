package dev.strait.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Time and timers. */
interface Clock {

    /** Returns the time in nanoseconds, which only differences of have a meaning. */
    long now();

    /** Runs an action later, on any thread. */
    Timer after(long nanos, Runnable action);

    /** Prevents an action. */
    interface Timer {

        void cancel();
    }

    /** The system's clock. The timers are those of the JDK, and their actions run on an executor. */
    static Clock system(Executor executor) {
        return new Clock() {

            @Override
            public long now() {
                return System.nanoTime();
            }

            @Override
            public Timer after(long nanos, Runnable action) {
                CompletableFuture<Void> timer =
                        new CompletableFuture<Void>().completeOnTimeout(null, nanos, TimeUnit.NANOSECONDS);
                CompletableFuture<Void> unused = timer.thenRunAsync(action, executor);
                return () -> timer.cancel(false); // which also removes it from the queue of the JDK's timer
            }
        };
    }
}
