package dev.strait.runtime.spi;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Ties a generated interface of rooms with state to the runtime. All calls for one room come one after the other, and so do
 * all calls for one connection.
 *
 * @param <S> the application's state of a connection
 * @param <T> the application's state of a room
 * @param <R> the room key
 * @param <I> what clients send
 * @param <O> what the server sends
 */
public interface RoomBinding<S, T, R, I, O> extends EndpointBinding<S, R, I, O> {

    /** How often {@link #tick} is due; zero for never. */
    Duration tickEvery();

    /** The state of a room that comes into being. */
    T create(R room);

    /** Allows a client to join, or throws a {@link dev.strait.runtime.Refusal}. */
    void join(T state, ChannelConnection<S, R, O> connection);

    /** The connection is a member. */
    void joined(T state, ChannelConnection<S, R, O> connection);

    /**
     * A valid message has come.
     *
     * @return the answer, if the message is an ask; null otherwise
     */
    @Nullable
    Object receive(I message, ChannelConnection<S, R, O> from, T state);

    /** The connection is no member any more. */
    void left(T state, ChannelConnection<S, R, O> connection);

    /**
     * Time has passed.
     *
     * @param elapsed since the last tick, or since the first member came
     */
    void tick(T state, RoomMembers<S, R, O> members, Duration elapsed);

    /** Nobody is there any more; the last call with this state. */
    void emptied(R room, T state);
}
