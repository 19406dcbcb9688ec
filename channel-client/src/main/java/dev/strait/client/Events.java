package dev.strait.client;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What a client tells its application, apart from messages. */
final class Events<I> {

    private static final Logger LOGGER = System.getLogger("dev.strait.client");
    private static final int FAILURES_BEFORE_WARNING = 3;

    /**
     * An error of the server.
     *
     * @param error the error
     * @param message what was refused, if it is known
     */
    private record Refused<I>(ClientException error, Optional<I> message) {}

    private final Calls calls;
    private final Listeners<ClientState> states;
    private final Listeners<Refused<I>> errors;
    private final Listeners<UnknownFrame> unknownFrames;
    private final Listeners<Dropped<I>> drops;
    /** How many attempts in a row have not led to a connection. */
    private int failures;

    Events(Calls calls) {
        this.calls = calls;
        this.states = new Listeners<>(calls);
        this.errors = new Listeners<>(calls);
        this.unknownFrames = new Listeners<>(calls);
        this.drops = new Listeners<>(calls);
    }

    Registration onState(ClientState now, Consumer<? super ClientState> handler) {
        calls.add(() -> handler.accept(now));
        return states.add(handler);
    }

    Registration onError(BiConsumer<ClientException, Optional<I>> handler) {
        return errors.add(refused -> handler.accept(refused.error(), refused.message()));
    }

    Registration onUnknown(Consumer<UnknownFrame> handler) {
        return unknownFrames.add(handler);
    }

    Registration onDropped(Consumer<? super Dropped<I>> handler) {
        return drops.add(handler);
    }

    void became(ClientState state) {
        states.call(state);
        if (state instanceof ClientState.Open) {
            failures = 0;
        } else if (state instanceof ClientState.Waiting waiting && ++failures == FAILURES_BEFORE_WARNING) {
            LOGGER.log(
                    Level.WARNING,
                    "The client cannot connect: {0}. It goes on trying.",
                    waiting.reason().text());
        }
    }

    void refused(ClientException error, Optional<I> message) {
        if (errors.isEmpty()) {
            String what = message.map(refused ->
                            "refused a message: " + refused.getClass().getSimpleName())
                    .orElse("reported an error");
            LOGGER.log(Level.WARNING, "The server has {0}: {1} ({2})", what, error.getMessage(), error.code());
        }
        errors.call(new Refused<>(error, message));
    }

    void unknown(UnknownFrame frame) {
        unknownFrames.call(frame);
    }

    void dropped(Dropped<I> dropped) {
        drops.call(dropped);
    }

    /** Logs the failure of a stage that is not returned to the application. */
    static void logFailure(CompletableFuture<?> stage, String text) {
        CompletableFuture<?> unused = stage.whenComplete((result, failure) -> {
            if (failure != null) {
                LOGGER.log(Level.ERROR, text, failure);
            }
        });
    }
}
