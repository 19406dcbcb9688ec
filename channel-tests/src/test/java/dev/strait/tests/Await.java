package dev.strait.tests;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for other threads. Each wait fails after {@link #TIMEOUT}. */
public final class Await {

    /** The maximum time of each wait. It is generous, since passing tests never reach it. */
    public static final Duration TIMEOUT = Duration.ofSeconds(Integer.getInteger("strait.tests.wait", 60));

    /** {@link #TIMEOUT} in milliseconds, for sockets. */
    public static final int TIMEOUT_MILLIS = Math.toIntExact(TIMEOUT.toMillis());

    private Await() {}

    /** Waits until the condition is true. */
    public static void until(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > TIMEOUT.toNanos()) {
                throw new AssertionError("The condition is still false after " + TIMEOUT + ".");
            }
            LockSupport.parkNanos(100_000);
        }
    }

    /** Removes and returns the next element of a queue. */
    public static <T> T next(BlockingQueue<T> queue) {
        try {
            T next = queue.poll(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            if (next == null) {
                throw new AssertionError("The queue is still empty after " + TIMEOUT + ".");
            }
            return next;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /**
     * Returns the result of a stage.
     *
     * @throws CompletionException the stage failed, with the cause
     */
    public static <T> T result(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw new CompletionException(failed.getCause());
        } catch (TimeoutException timeout) {
            throw new AssertionError("No result after " + TIMEOUT + ".");
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
