package dev.strait.client;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Futures that wait for the same event. Guarded by the client's lock. */
final class Readiness {

    private final Executor executor;
    private final List<CompletableFuture<Void>> waiting = new ArrayList<>();

    /**
     * Creates an empty one.
     *
     * @param executor where futures complete, apart from handlers, which may wait for them
     */
    Readiness(Executor executor) {
        this.executor = executor;
    }

    CompletableFuture<Void> await() {
        waiting.removeIf(CompletableFuture::isDone); // by the application
        CompletableFuture<Void> ready = new CompletableFuture<>();
        waiting.add(ready);
        return ready;
    }

    void complete() {
        end(ready -> ready.complete(null));
    }

    void fail(ClientException reason) {
        end(ready -> ready.completeExceptionally(reason));
    }

    private void end(Consumer<CompletableFuture<Void>> how) {
        waiting.forEach(ready -> executor.execute(() -> how.accept(ready)));
        waiting.clear();
    }
}
