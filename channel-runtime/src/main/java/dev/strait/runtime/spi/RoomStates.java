package dev.strait.runtime.spi;

import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;

/**
 * The rooms with state of one channel, as services see them; what a generated class wraps. Safe for all threads.
 *
 * @param <S> the application's state of a connection
 * @param <T> the application's state of a room
 * @param <R> the room key
 * @param <O> what the server sends
 */
public interface RoomStates<S, T, R, O> {

    /**
     * Runs a task in a room, between its messages. Where nobody is in the room, its state is created for the task, and
     * dropped after it as after the last member.
     *
     * @return what the task returns or throws; a dependent stage runs where handlers run
     * @throws IllegalArgumentException the key breaks its constraints
     */
    <V> CompletionStage<V> call(R room, BiFunction<? super T, ? super RoomMembers<S, R, O>, ? extends V> task);
}
