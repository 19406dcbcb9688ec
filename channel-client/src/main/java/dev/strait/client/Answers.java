package dev.strait.client;

import dev.strait.runtime.Refusal;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers the asks of the server. */
final class Answers<O> {

    private static final Logger LOGGER = System.getLogger("dev.strait.client");

    private final Environment environment;
    private final Link link;
    private final Frames<?, O> frames;
    private final @Nullable TraceContext traceContext;
    private final Map<Class<?>, Handler<O>> handlers = new ConcurrentHashMap<>();

    /** A function as it was added, because the same one may be added again. */
    private static final class Handler<O> {

        final Function<O, CompletionStage<?>> run;

        Handler(Function<O, CompletionStage<?>> run) {
            this.run = run;
        }
    }

    Answers(Environment environment, Link link, Frames<?, O> frames, @Nullable TraceContext traceContext) {
        this.environment = environment;
        this.link = link;
        this.frames = frames;
        this.traceContext = traceContext;
    }

    /** Sets the handler of a type. A later one replaces an earlier one. */
    Registration answer(Class<?> type, Function<O, CompletionStage<?>> handler) {
        Handler<O> added = new Handler<>(handler);
        handlers.put(type, added);
        return () -> handlers.remove(type, added);
    }

    /**
     * Calls a handler, and sends what it answers. Called while the client's lock is held.
     *
     * @param trace the trace of the ask; null if it has none
     */
    void asked(O ask, String id, @Nullable String trace) {
        Handler<O> handler = handlers.get(ask.getClass());
        if (handler == null) {
            link.send(frames.refusal("unsupported", "unsupported", id));
            return;
        }
        long epoch = link.epoch();
        environment.calls().add(() -> {
            CompletableFuture<?> unused = call(handler.run, ask, trace)
                    .handle((answer, failure) -> reply(ask, answer, failure, id))
                    .thenAccept(text -> send(text, epoch))
                    .toCompletableFuture();
        });
    }

    private CompletionStage<?> call(Function<O, CompletionStage<?>> handler, O ask, @Nullable String trace) {
        try {
            CompletionStage<?> answer = traceContext == null || trace == null
                    ? handler.apply(ask)
                    : traceContext.<CompletionStage<?>>callWithin(trace, () -> handler.apply(ask));
            return Objects.requireNonNull(answer, "The handler of an ask must return a stage.");
        } catch (Throwable thrown) {
            return CompletableFuture.failedStage(thrown);
        }
    }

    private String reply(O ask, @Nullable Object answer, @Nullable Throwable failure, String id) {
        Throwable cause = failure == null ? null : Failures.unwrap(failure);
        if (cause instanceof Refusal refusal) {
            return frames.refusal(refusal.code(), refusal.text(), id);
        }
        try {
            if (cause == null) {
                return frames.answer(ask, Objects.requireNonNull(answer, "The answer of an ask must not be null."), id);
            }
        } catch (Throwable invalid) {
            cause = invalid;
        }
        LOGGER.log(Level.ERROR, "An ask of the server has no valid answer.", cause);
        return frames.refusal("failed", null, id);
    }

    private void send(String text, long epoch) {
        environment.turn().run(() -> {
            if (epoch == link.epoch() && link.isOpen()) {
                link.send(text);
            }
        });
    }
}
