package dev.strait.runtime.spi;

import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;

/**
 * The rooms with state of one channel, for code outside the room. Generated classes wrap it. Safe for all threads.
 *
 * @param <S> the application's state of a connection
 * @param <T> the application's state of a room
 * @param <R> the room key
 * @param <O> the server's messages
 */
public interface RoomStates<S, T, R, O> {

    /**
     * Runs a task in a room, between its messages. If the room has no member, its state is created for the task and
     * discarded after it. Never block on the result from inside the same room: it would deadlock.
     *
     * @return a stage with the result or the exception of the task; it fails with an {@link IllegalStateException} if
     *     the hub closes first. Dependent stages run on the hub's executor
     * @throws IllegalArgumentException if the key violates its constraints
     */
    <V> CompletionStage<V> call(R room, BiFunction<? super T, ? super RoomMembers<S, R, O>, ? extends V> task);
}
