package dev.strait.runtime.internal.work;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** The timer of a node: one of its own, or one that the application supplied and stops itself. */
public final class NodeTimer {

    private final ScheduledExecutorService executor;
    private final boolean isOwn;

    private NodeTimer(ScheduledExecutorService executor, boolean isOwn) {
        this.executor = executor;
        this.isOwn = isOwn;
    }

    public static NodeTimer own() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, HandlerThreads.named("timer"));
        executor.setRemoveOnCancelPolicy(true); // most timeouts never occur
        return new NodeTimer(executor, true);
    }

    public static NodeTimer of(ScheduledExecutorService executor) {
        return new NodeTimer(executor, false);
    }

    /** Whether it runs in real time, not at the pace of a test. */
    public boolean isOwn() {
        return isOwn;
    }

    ScheduledExecutorService executor() {
        return executor;
    }

    void stop() {
        if (isOwn) {
            executor.shutdownNow();
        }
    }
}
