package dev.strait.runtime.internal.connection;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** A result for the application. Dependent stages that are added with an Async method run where handlers run. */
final class HandlerStage<T> extends CompletableFuture<T> {

    private final Executor executor;

    HandlerStage(Executor executor) {
        this.executor = executor;
    }

    @Override
    public Executor defaultExecutor() {
        return executor;
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new HandlerStage<>(executor);
    }
}
