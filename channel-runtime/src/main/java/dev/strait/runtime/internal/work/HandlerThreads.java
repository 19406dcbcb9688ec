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

/** Where handlers run, and whether it is ours to shut down. */
public final class HandlerThreads {

    private static final int POOLED_PER_CORE = 16;

    private final Executor executor;
    private final Runnable shutdown;

    private HandlerThreads(Executor executor, Runnable shutdown) {
        this.executor = executor;
        this.shutdown = shutdown;
    }

    /** The application's own. */
    public static HandlerThreads of(Executor executor) {
        return new HandlerThreads(executor, () -> {});
    }

    /** Virtual threads where the JDK has them, else a bounded pool. Its queue holds one task a connection at most. */
    public static HandlerThreads own() {
        ExecutorService service = virtualOrPooled();
        return new HandlerThreads(service, service::shutdown);
    }

    Executor executor() {
        return executor;
    }

    void shutdown() {
        shutdown.run();
    }

    /** Daemon threads with a name to know them by. */
    static ThreadFactory named(String name) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "strait-" + name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** We compile for Java 17, so the method of Java 21 is looked up by name. */
    private static ExecutorService virtualOrPooled() {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException beforeJava21) {
            return pool("handler", POOLED_PER_CORE * Runtime.getRuntime().availableProcessors());
        }
    }

    /** As many threads as there are tasks at a time; one too many is rejected. */
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
