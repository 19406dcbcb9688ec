package dev.strait.runtime.internal.connection;

import dev.strait.runtime.spi.WaitingExecutor;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A result for the application. Dependent stages that are added with an Async method run where handlers run. */
public final class HandlerStage<T> extends CompletableFuture<T> {

    private final Executor executor;
    /** The stage that the runtime completes, from which this one stems; null if it is this one. */
    private final @Nullable HandlerStage<?> source;

    public HandlerStage(Executor executor) {
        this(executor, null);
    }

    private HandlerStage(Executor executor, @Nullable HandlerStage<?> source) {
        this.executor = executor;
        this.source = source;
    }

    @Override
    public Executor defaultExecutor() {
        return executor;
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new HandlerStage<>(executor, source == null ? this : source);
    }

    @Override
    public T join() {
        runTasks(Long.MAX_VALUE);
        return super.join();
    }

    @Override
    public T get() throws InterruptedException, ExecutionException {
        runTasks(Long.MAX_VALUE);
        return super.get();
    }

    @Override
    public T get(long timeout, @Nullable TimeUnit unit)
            throws InterruptedException, ExecutionException, TimeoutException {
        TimeUnit known = Objects.requireNonNull(unit, "unit");
        boolean isTimeUp = runTasks(known.toNanos(timeout)) && !isDone();
        return super.get(isTimeUp ? 0 : timeout, known);
    }

    /** Lets an executor without another thread complete it. Returns false for other executors. */
    private boolean runTasks(long maxNanos) {
        if (!(executor instanceof WaitingExecutor waiting)) {
            return false;
        }
        waiting.runUntil(() -> isDone() || (source != null && source.isDone()), maxNanos);
        if (!isDone()) { // it waits for what the application does with the result
            waiting.runUntilOthers(this::isDone, maxNanos);
        }
        return true;
    }
}
