package dev.strait.runtime.spi;

import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Calls into rooms with state from code outside the room; the superclass of generated classes. Safe for all threads.
 *
 * @param <S> the state of a connection
 * @param <T> the state of a room
 * @param <R> the room key
 * @param <O> the server's messages
 * @param <M> the members of a room, as the application sees them
 */
public abstract class RoomCalls<S, T, R, O, M> {

    private final RoomStates<S, T, R, O> states;
    private final Function<? super RoomMembers<S, R, O>, ? extends M> members;

    /** For generated subclasses. */
    protected RoomCalls(RoomStates<S, T, R, O> states, Function<? super RoomMembers<S, R, O>, ? extends M> members) {
        this.states = states;
        this.members = members;
    }

    /**
     * Runs a task in a room, and returns its result. The stage fails with what the task throws, and with an
     * {@link IllegalStateException} once the hub is closed. Dependent stages run where handlers run. Never block on the
     * result from inside the same room: it would deadlock.
     *
     * @param task called with the state and the members of the room
     * @throws IllegalArgumentException the key violates its constraints
     */
    public final <V> CompletionStage<V> call(R room, BiFunction<? super T, ? super M, ? extends V> task) {
        return states.call(room, (state, view) -> task.apply(state, members.apply(view)));
    }

    /**
     * Runs a task without a result in a room; otherwise like {@link #call}.
     *
     * @throws IllegalArgumentException the key violates its constraints
     */
    @SuppressWarnings("NullAway") // the result of a stage of Void
    public final CompletionStage<Void> run(R room, BiConsumer<? super T, ? super M> task) {
        return call(room, (state, view) -> {
            task.accept(state, view);
            return null;
        });
    }
}
