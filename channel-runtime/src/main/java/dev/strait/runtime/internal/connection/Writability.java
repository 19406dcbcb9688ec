package dev.strait.runtime.internal.connection;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.ConnectionClosedException;
import dev.strait.runtime.internal.work.Threads;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Tells producers when the queue of one connection has space again. Safe for all threads. */
final class Writability {

    private final LiveConnection<?, ?, ?, ?> connection;

    /** Shared by all that wait; null while none does. Guarded by this, and completed without it. */
    private @Nullable HandlerStage<Void> waiting;

    Writability(LiveConnection<?, ?, ?, ?> connection) {
        this.connection = connection;
    }

    /** Returns a stage that completes where handlers run, once less than half of the queue is used. */
    CompletionStage<Void> next() {
        HandlerStage<Void> stage;
        boolean isFirst;
        synchronized (this) {
            isFirst = waiting == null;
            stage = waiting == null ? new HandlerStage<>(threads().handlerExecutor()) : waiting;
            waiting = stage;
        }
        if (connection.isClosing()) {
            close(connection.lifecycle().reason());
        } else if (isFirst
                && !connection.outbox().callWhenWritable(() -> threads().handle(this::complete))) {
            complete();
        }
        return copyOf(stage);
    }

    /** Returns a stage of the caller's own, which fails with the exception itself. */
    private CompletionStage<Void> copyOf(HandlerStage<Void> stage) {
        HandlerStage<Void> copy = new HandlerStage<>(threads().handlerExecutor());
        CompletableFuture<Void> unused = stage.whenComplete((nothing, failure) -> {
            if (failure == null) {
                copy.complete(null);
            } else {
                copy.completeExceptionally(failure);
            }
        });
        return copy;
    }

    private void complete() {
        HandlerStage<Void> stage = take();
        if (stage != null) {
            stage.complete(null);
        }
    }

    /** Fails those that wait, because the connection has closed. */
    void close(CloseReason reason) {
        HandlerStage<Void> stage = take();
        if (stage != null) {
            threads().callback(() -> stage.completeExceptionally(new ConnectionClosedException(reason)));
        }
    }

    private synchronized @Nullable HandlerStage<Void> take() {
        HandlerStage<Void> stage = waiting;
        waiting = null;
        return stage;
    }

    private Threads threads() {
        return connection.environment().threads();
    }
}
