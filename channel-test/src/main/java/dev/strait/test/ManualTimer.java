package dev.strait.test;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A timer whose clock is moved by hand. It has no thread of its own: the thread that moves the clock runs the tasks. */
final class ManualTimer extends AbstractExecutorService implements ScheduledExecutorService {

    // All mutable state is guarded by this. No task runs while it is held.

    private final PriorityQueue<Task<?>> tasks = new PriorityQueue<>();
    private long nanos;
    private long count;
    private boolean isShutdown;
    /** Exceptions of tasks without a result, which would otherwise be lost. */
    private final Deque<Throwable> failures = new ArrayDeque<>();

    synchronized long nanos() {
        return nanos;
    }

    /** Returns the time of the next task; {@link Long#MAX_VALUE} if there is none. */
    synchronized long nextDue() {
        Task<?> next = tasks.peek();
        return next == null ? Long.MAX_VALUE : next.due;
    }

    /** Moves the clock; never back. */
    synchronized void moveTo(long time) {
        nanos = Math.max(nanos, time);
    }

    /** Takes a task that is due; null if there is none. */
    synchronized @Nullable Runnable pollDue() {
        Task<?> next = tasks.peek();
        return next == null || next.due > nanos ? null : tasks.poll();
    }

    synchronized @Nullable Throwable pollFailure() {
        return failures.poll();
    }

    private synchronized void failed(Throwable thrown) {
        failures.add(thrown);
    }

    /** Adds a task whose failure fails the test. */
    private Task<?> add(Runnable command, long delay, long period) {
        return add(
                () -> {
                    try {
                        command.run();
                    } catch (Throwable thrown) {
                        failed(thrown);
                        throw thrown;
                    }
                    return null;
                },
                delay,
                period);
    }

    private synchronized <V> Task<V> add(Callable<V> call, long delay, long period) {
        if (isShutdown) {
            throw new RejectedExecutionException("The timer is shut down.");
        }
        Task<V> task = new Task<>(call, nanos + Math.max(0, delay), period);
        tasks.add(task);
        return task;
    }

    private synchronized void addAgain(Task<?> task) {
        if (!isShutdown && !task.isCancelled()) {
            task.due = task.period > 0 ? task.due + task.period : nanos - task.period;
            task.order = count++;
            tasks.add(task);
        }
    }

    private synchronized void remove(Task<?> task) {
        tasks.remove(task);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return add(command, unit.toNanos(delay), 0);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        return add(callable, unit.toNanos(delay), 0);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay, long period, TimeUnit unit) {
        return add(command, unit.toNanos(initialDelay), requirePositive(unit.toNanos(period)));
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initialDelay, long delay, TimeUnit unit) {
        return add(command, unit.toNanos(initialDelay), -requirePositive(unit.toNanos(delay)));
    }

    private static long requirePositive(long period) {
        if (period <= 0) {
            throw new IllegalArgumentException("The period must be positive.");
        }
        return period;
    }

    @Override
    public void execute(Runnable command) {
        Future<?> unused = add(command, 0, 0);
    }

    @Override
    public synchronized void shutdown() {
        isShutdown = true;
        tasks.removeIf(task -> task.period != 0);
    }

    @Override
    public synchronized List<Runnable> shutdownNow() {
        isShutdown = true;
        List<Runnable> left = List.copyOf(tasks);
        tasks.clear();
        return left;
    }

    @Override
    public synchronized boolean isShutdown() {
        return isShutdown;
    }

    @Override
    public synchronized boolean isTerminated() {
        return isShutdown && tasks.isEmpty();
    }

    /** Does not wait: the time stands still. */
    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return isTerminated();
    }

    @Override
    public <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> calls) {
        throw new UnsupportedOperationException("The thread that waits is the one that would run the tasks.");
    }

    /** A task; its period is negative for a fixed delay, and 0 if it runs once. */
    private final class Task<V> extends FutureTask<V> implements ScheduledFuture<V> {

        private final long period;
        private long due;
        private long order = count++;

        private Task(Callable<V> call, long due, long period) {
            super(call);
            this.due = due;
            this.period = period;
        }

        @Override
        public void run() {
            if (period == 0) {
                super.run();
            } else if (runAndReset()) {
                addAgain(this);
            }
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            boolean isCancelled = super.cancel(false); // its thread is that of the test
            remove(this);
            return isCancelled;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - nanos(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            Task<?> that = (Task<?>) other;
            return due == that.due ? Long.compare(order, that.order) : Long.compare(due, that.due);
        }
    }
}
