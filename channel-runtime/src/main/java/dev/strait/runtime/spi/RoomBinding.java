package dev.strait.runtime.spi;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Connects a generated interface of rooms with state to the runtime. The calls for one room never overlap, and neither
 * do the calls for one connection.
 *
 * @param <S> the application's state of a connection
 * @param <T> the application's state of a room
 * @param <R> the room key
 * @param <I> the client's messages
 * @param <O> the server's messages
 */
public interface RoomBinding<S, T, R, I, O> extends EndpointBinding<S, R, I, O> {

    /** Returns the interval of {@link #tick}; zero for no ticks. Called once. */
    Duration tickEvery();

    /**
     * Returns how long a room keeps its state after its last member or call; zero to discard it at once. Called once.
     */
    default Duration retention() {
        return Duration.ZERO;
    }

    /** Returns the state of a room that did not exist before. */
    T create(R room);

    /**
     * Decides whether a client may join a room.
     *
     * @throws dev.strait.runtime.Refusal if it may not
     */
    void join(T state, ChannelConnection<S, R, O> connection);

    /** Reports that the connection has become a member of the room. */
    void joined(T state, ChannelConnection<S, R, O> connection);

    /**
     * Handles a valid message.
     *
     * @return the answer, if the message is an ask; null otherwise
     * @throws dev.strait.runtime.Refusal to answer with an error
     */
    @Nullable
    Object receive(I message, ChannelConnection<S, R, O> from, T state);

    /** Reports that the connection has left the room. */
    void left(T state, ChannelConnection<S, R, O> connection);

    /**
     * Called at the interval of {@link #tickEvery} while the room has members.
     *
     * @param elapsed the time since the last tick, or since the first member joined
     */
    void tick(T state, RoomMembers<S, R, O> members, Duration elapsed);

    /** Reports that the room is empty and its retention is over. The state is discarded after this call. */
    void emptied(R room, T state);
}
