package dev.strait.runtime.internal.work;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The executor of handlers, and whether the runtime has to shut it down. */
public final class HandlerThreads {

    private final Executor executor;
    private final Runnable shutdown;

    private HandlerThreads(Executor executor, Runnable shutdown) {
        this.executor = executor;
        this.shutdown = shutdown;
    }

    /** Returns an executor of the application, which shuts it down itself. */
    public static HandlerThreads of(Executor executor) {
        return new HandlerThreads(executor, () -> {});
    }

    /**
     * Returns virtual threads if the JDK supports them, otherwise a pool that grows to a maximum. Its queue holds at most
     * one task for each connection.
     */
    public static HandlerThreads own(int maxThreads) {
        ExecutorService service = virtualOrPooled(maxThreads);
        return new HandlerThreads(service, service::shutdown);
    }

    Executor executor() {
        return executor;
    }

    void shutdown() {
        shutdown.run();
    }

    /** Returns a factory of daemon threads with a descriptive name. */
    static ThreadFactory named(String name) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "strait-" + name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Looks up the method of Java 21 by name, because the code is compiled for Java 17. */
    private static ExecutorService virtualOrPooled(int maxThreads) {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException beforeJava21) {
            return pool("handler", maxThreads);
        }
    }

    /** Returns a pool without a queue: one thread for each concurrent task. Tasks above the maximum are rejected. */
    static ThreadPoolExecutor growingPool(String name, int maxThreads) {
        return new ThreadPoolExecutor(0, maxThreads, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), named(name));
    }

    static ExecutorService pool(String name, int threads) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads, threads, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named(name));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
