package dev.strait.runtime.internal.work;

import dev.strait.runtime.internal.foreign.ForeignCode;
import dev.strait.runtime.spi.ThreadSource.Work;
import dev.strait.runtime.spi.WaitingExecutor;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The threads of one node, and its timer. */
public final class Threads {

    private final ForeignCode foreign;
    private final HandlerThreads handlers;
    private final NodeTimer timer;
    private final WorkThreads work;

    public Threads(ForeignCode foreign, HandlerThreads handlers, NodeTimer timer, WorkThreads work) {
        this.foreign = foreign;
        this.handlers = handlers;
        this.timer = timer;
        this.work = work;
    }

    /** Where handlers run. */
    public Executor handlerExecutor() {
        return handlers.executor();
    }

    /** Runs a task that calls the application where handlers run; on a callback thread if that executor rejects it. */
    public void handle(Runnable task) {
        if (foreign.execute(handlers.executor(), task) != null) {
            callback(task);
        }
    }

    /** Runs a task that may call the application and may block, on a thread where it delays no connection. */
    public void callback(Runnable task) {
        run(work.of(Work.CALLBACKS), task);
    }

    /** Runs what another node has sent. It must not block. */
    public void arrive(Runnable task) {
        run(work.of(Work.ARRIVALS), task);
    }

    /** Runs a task that may block in the container, such as a close. */
    public void block(Runnable task) {
        run(work.of(Work.CLOSES), task);
    }

    /** Runs a ping that may block in the container. */
    public void ping(Runnable task) {
        run(work.of(Work.PINGS), task);
    }

    /** After the hub has closed, tasks run on the thread of their caller. */
    private void run(Executor executor, Runnable task) {
        if (foreign.execute(executor, task) != null) {
            task.run();
        }
    }

    /** Where pumps write, if a transport has no event loop of its own. */
    public Executor writers() {
        return work.of(Work.WRITES);
    }

    /** Whether so many writes block that the next ones have to fail sooner. */
    public boolean areManyWritersBusy() {
        return work.areManyWritersBusy();
    }

    /** Runs a short task after a while, unless it is cancelled. */
    public Future<?> later(Runnable task, long nanos) {
        return timer.executor().schedule(task, nanos, TimeUnit.NANOSECONDS);
    }

    /** Runs a short task at a fixed rate until it is cancelled. */
    public Future<?> atFixedRate(Runnable task, long nanos) {
        return timer.executor().scheduleAtFixedRate(task, nanos, nanos, TimeUnit.NANOSECONDS);
    }

    /** Runs a short task repeatedly, with a pause between two runs, until it is cancelled. */
    public Future<?> withFixedDelay(Runnable task, long nanos) {
        return timer.executor().scheduleWithFixedDelay(task, nanos, nanos, TimeUnit.NANOSECONDS);
    }

    /**
     * Waits for a future that never fails. If handlers have no other thread, runs their tasks meanwhile. Returns false if the
     * time is up.
     */
    public boolean await(Future<?> future, long maxNanos) throws InterruptedException {
        try {
            if (handlers.executor() instanceof WaitingExecutor executor) {
                executor.runUntil(future::isDone, maxNanos);
                return future.isDone();
            }
            future.get(maxNanos, TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException timeIsUp) {
            return false;
        } catch (ExecutionException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Stops the timer, unless it belongs to the application. */
    public void stopTimer() {
        timer.stop();
    }

    /** Ends all threads once their tasks have run. */
    public void shutdown() {
        work.shutdown();
        handlers.shutdown();
    }
}
