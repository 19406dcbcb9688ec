package dev.strait.runtime.internal.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A timer of which the test runs the tasks. */
final class HandTimer extends ScheduledThreadPoolExecutor {

    private final List<RunnableScheduledFuture<?>> tasks = new ArrayList<>();
    private final List<Runnable> repeated = new ArrayList<>();

    HandTimer() {
        super(1);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        ScheduledFuture<?> scheduled = super.schedule(task, 1, TimeUnit.DAYS);
        tasks.add((RunnableScheduledFuture<?>) scheduled);
        return scheduled;
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, long initial, long delay, TimeUnit unit) {
        repeated.add(task);
        return super.scheduleWithFixedDelay(task, 1, 1, TimeUnit.DAYS);
    }

    /** Runs what was to run once. */
    void runAll() {
        List.copyOf(tasks).forEach(Runnable::run);
        tasks.clear();
    }

    /** Runs what runs repeatedly. */
    void beat() {
        repeated.forEach(Runnable::run);
    }
}
