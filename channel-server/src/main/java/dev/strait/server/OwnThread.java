package dev.strait.server;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs a task on a thread that ends with it, and waits for it. Netty and Tyrus leave thread-locals behind in the thread that
 * calls them. A thread that outlives the application, such as one of a container, would keep its class loader.
 */
final class OwnThread {

    private OwnThread() {}

    /** Returns the result of a task, or throws what it throws. Keeps the interrupt status of the caller. */
    @SuppressWarnings("NullAway") // there is a result if nothing was thrown
    static <T> T call(Supplier<T> task) {
        AtomicReference<@Nullable T> result = new AtomicReference<>();
        AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        result.set(task.get());
                    } catch (Throwable failure) {
                        thrown.set(failure);
                    }
                },
                "strait-server");
        thread.start();
        join(thread);
        Throwable failure = thrown.get();
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return result.get();
    }

    private static void join(Thread thread) {
        boolean isInterrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException later) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
