package dev.strait.client;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/** What the application provides for an attempt to connect. Its functions may block, so they run on threads of their own. */
final class Preparation {

    /**
     * What an attempt needs.
     *
     * @param token the token, if there is one
     * @param query the pairs for the query of the URL
     * @param headers the headers of the handshake
     */
    record Prepared(Optional<String> token, Map<String, String> query, Map<String, String> headers) {}

    private final Settings settings;
    private final Executor executor;
    private FutureTask<?> running = new FutureTask<>(() -> null);

    Preparation(Settings settings, Executor executor) {
        this.settings = settings;
        this.executor = executor;
    }

    /** Begins to prepare an attempt. What an earlier one still waits for is interrupted. */
    CompletableFuture<Prepared> begin(boolean isRefused) {
        cancel();
        if (settings.isFixed()) {
            return CompletableFuture.completedFuture(new Prepared(
                    Optional.empty(), settings.query().get(), settings.headers().get()));
        }
        CompletableFuture<Prepared> prepared = new CompletableFuture<>();
        running = new FutureTask<>(() -> {
            try {
                Map<String, String> query = settings.query().get();
                Map<String, String> headers = settings.headers().get();
                CompletableFuture<?> unused = token(isRefused).whenComplete((token, failure) -> {
                    if (failure != null) {
                        prepared.completeExceptionally(failure);
                    } else {
                        prepared.complete(new Prepared(token, query, headers));
                    }
                });
            } catch (Throwable thrown) {
                prepared.completeExceptionally(thrown);
            }
            return null;
        });
        executor.execute(running);
        return prepared;
    }

    /** Requests another token for a connection that is open. */
    CompletableFuture<Optional<String>> renew() {
        return CompletableFuture.completedFuture("").thenComposeAsync(begin -> token(false), executor);
    }

    private CompletableFuture<Optional<String>> token(boolean isRefused) {
        TokenSource source = settings.token();
        return source == null
                ? CompletableFuture.completedFuture(Optional.empty())
                : Objects.requireNonNull(source.token(isRefused), "The source of tokens must return a stage.")
                        .thenApply(Optional::ofNullable)
                        .toCompletableFuture();
    }

    /** Interrupts what runs. */
    void cancel() {
        running.cancel(true);
    }
}
