package dev.strait.runtime.internal.work;

import dev.strait.runtime.spi.ThreadSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;

/** The executors of a node beside that of its handlers: its own, or those that the application supplied. */
public final class WorkThreads {

    private static final int BLOCKING_THREADS = 4;
    private static final int PING_THREADS = 4;
    /** One writer per core is the normal case. Each further one stands for a write that blocks. */
    private static final int MAX_WRITERS = 256;

    private final Map<ThreadSource.Work, Executor> executors = new EnumMap<>(ThreadSource.Work.class);
    /** Those that end with the node. */
    private final List<ExecutorService> own;

    private WorkThreads(ThreadSource source, List<ExecutorService> own) {
        for (ThreadSource.Work work : ThreadSource.Work.values()) {
            executors.put(work, source.executorFor(work));
        }
        this.own = own;
    }

    public static WorkThreads own() {
        ExecutorService writers = HandlerThreads.growingPool("writer", MAX_WRITERS);
        ExecutorService blocking = HandlerThreads.pool("blocking", BLOCKING_THREADS);
        ExecutorService callbacks = HandlerThreads.pool("callback", BLOCKING_THREADS);
        ExecutorService pings = HandlerThreads.pool("ping", PING_THREADS);
        ExecutorService arrivals =
                HandlerThreads.pool("arrival", Runtime.getRuntime().availableProcessors());
        return new WorkThreads(
                work -> switch (work) {
                    case WRITES -> writers;
                    case PINGS -> pings;
                    case CLOSES -> blocking;
                    case CALLBACKS -> callbacks;
                    case ARRIVALS -> arrivals;
                },
                List.of(writers, blocking, callbacks, pings, arrivals));
    }

    public static WorkThreads of(ThreadSource source) {
        return new WorkThreads(source, List.of());
    }

    Executor of(ThreadSource.Work work) {
        return Objects.requireNonNull(executors.get(work));
    }

    /** Whether so many writes block that the next ones have to fail sooner. Always false for executors that were supplied. */
    boolean areManyWritersBusy() {
        return of(ThreadSource.Work.WRITES) instanceof ThreadPoolExecutor pool
                && own.contains(pool)
                && pool.getActiveCount() >= MAX_WRITERS / 2;
    }

    void shutdown() {
        own.forEach(ExecutorService::shutdown);
    }
}
