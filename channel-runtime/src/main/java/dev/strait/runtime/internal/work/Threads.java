package dev.strait.runtime.internal.work;

import dev.strait.runtime.internal.foreign.ForeignCode;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads of one node, and its timer. */
public final class Threads {

    private static final int BLOCKING_THREADS = 4;
    private static final int PING_THREADS = 4;
    /** One writer per core is the normal case. Each further one stands for a write that blocks. */
    private static final int MAX_WRITERS = 256;

    private final ForeignCode foreign;
    private final HandlerThreads handlers;
    private final NodeTimer timer;
    private final ThreadPoolExecutor writers = HandlerThreads.growingPool("writer", MAX_WRITERS);
    private final ExecutorService blocking = HandlerThreads.pool("blocking", BLOCKING_THREADS);
    private final ExecutorService callbacks = HandlerThreads.pool("callback", BLOCKING_THREADS);
    private final ExecutorService pings = HandlerThreads.pool("ping", PING_THREADS);

    public Threads(ForeignCode foreign, HandlerThreads handlers, NodeTimer timer) {
        this.foreign = foreign;
        this.handlers = handlers;
        this.timer = timer;
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
        run(callbacks, task);
    }

    /** Runs a task that may block in the container, such as a close. */
    public void block(Runnable task) {
        run(blocking, task);
    }

    /** Runs a ping that may block in the container. */
    public void ping(Runnable task) {
        run(pings, task);
    }

    /** After the hub has closed, tasks run on the thread of their caller. */
    private void run(Executor executor, Runnable task) {
        if (foreign.execute(executor, task) != null) {
            task.run();
        }
    }

    /** Where pumps write, if a transport has no event loop of its own. */
    public Executor writers() {
        return writers;
    }

    /** Whether so many writes block that the next ones have to fail sooner. */
    public boolean areManyWritersBusy() {
        return writers.getActiveCount() >= MAX_WRITERS / 2;
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

    /** Stops the timer, unless it belongs to the application. */
    public void stopTimer() {
        timer.stop();
    }

    /** Ends all threads once their tasks have run. */
    public void shutdown() {
        writers.shutdown();
        blocking.shutdown();
        callbacks.shutdown();
        pings.shutdown();
        handlers.shutdown();
    }
}
