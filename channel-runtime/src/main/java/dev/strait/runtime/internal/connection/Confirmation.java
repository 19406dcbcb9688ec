package dev.strait.runtime.internal.connection;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Lets a connection wait until what other nodes send to its room or user arrives, but not for long. */
final class Confirmation {

    private static final long MAX_WAIT_NANOS = TimeUnit.SECONDS.toNanos(2);

    private Confirmation() {}

    /**
     * Runs a task of the inbox: now, if the subscription is confirmed or cannot be; otherwise when it is. The inbox waits
     * for it.
     */
    static void await(LiveConnection<?, ?, ?, ?> connection, CompletableFuture<Void> confirmed, Runnable task) {
        if (confirmed.isDone()) {
            task.run();
            return;
        }
        connection.inbox().suspend();
        AtomicBoolean isOver = new AtomicBoolean();
        Runnable goOn = () -> {
            if (isOver.compareAndSet(false, true)) {
                connection.inbox().addEventFirst(task);
                connection.inbox().resume();
            }
        };
        CompletableFuture<Void> unused = confirmed.whenComplete((nothing, unreachable) -> goOn.run());
        try {
            Future<?> timeout = connection.environment().threads().later(goOn, MAX_WAIT_NANOS);
            CompletableFuture<Void> unusedToo = confirmed.whenComplete((nothing, unreachable) -> timeout.cancel(false));
        } catch (RejectedExecutionException timerStopped) {
            goOn.run();
        }
    }
}
