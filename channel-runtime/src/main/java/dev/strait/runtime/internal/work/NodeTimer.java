package dev.strait.runtime.internal.work;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** The timer of a node: one of its own, or one that the application supplied and stops itself. */
public final class NodeTimer {

    private final ScheduledExecutorService executor;
    private final Runnable stop;

    private NodeTimer(ScheduledExecutorService executor, Runnable stop) {
        this.executor = executor;
        this.stop = stop;
    }

    public static NodeTimer own() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, HandlerThreads.named("timer"));
        executor.setRemoveOnCancelPolicy(true); // most timeouts never occur
        return new NodeTimer(executor, executor::shutdownNow);
    }

    public static NodeTimer of(ScheduledExecutorService executor) {
        return new NodeTimer(executor, () -> {});
    }

    ScheduledExecutorService executor() {
        return executor;
    }

    void stop() {
        stop.run();
    }
}
