package dev.strait.runtime.spi;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Handshake;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * One connection, seen in one of its rooms or in none. Generated connections wrap it. Safe for all threads; nothing
 * here blocks. After the connection has closed, its properties remain readable, messages have no recipient, and joins
 * are refused.
 *
 * @param <S> the application's state of a connection
 * @param <R> the room key
 * @param <O> the server's messages
 */
public interface ChannelConnection<S, R, O> {

    /** Returns the connection id, which is unique across all nodes. */
    String id();

    /** Returns the state that the handler's {@code open} returned. */
    S state();

    /** Returns the user id of the connection, as used by {@code user(...)} targets. */
    Optional<String> user();

    /** Returns the request that opened the connection. */
    Handshake handshake();

    /**
     * Returns the room of this view.
     *
     * @throws IllegalStateException if this view has no room
     */
    R room();

    /** Returns a snapshot of the rooms that the connection is in, in the order of joining. */
    Set<R> rooms();

    /** Returns this connection alone. */
    Audience<O> reply();

    /** Returns all connections of the channel, this one included. */
    Audience<O> toEveryone();

    /**
     * Returns the room of this view without this connection. On a channel without rooms, returns all connections of the
     * channel without this one.
     *
     * @throws IllegalStateException if this view has no room
     * @throws dev.strait.runtime.Refusal instead, if the protocol delivers messages that name no room
     */
    Audience<O> toOthers();

    /**
     * Returns the room of this view, this connection included.
     *
     * @throws IllegalStateException if this view has no room
     * @throws dev.strait.runtime.Refusal instead, if the protocol delivers messages that name no room
     */
    Audience<O> toRoom();

    /**
     * Asks the client. Answers bypass the handler queue, so a handler may block on the result, unless its endpoint is
     * non-blocking.
     *
     * @param <A> the type of the answer, as declared by the message
     * @param timeout the maximum time until the answer arrives
     * @return a stage that fails with a {@link java.util.concurrent.TimeoutException}; a
     *     {@link dev.strait.runtime.ConnectionClosedException} if the client disconnects; a
     *     {@link dev.strait.runtime.Refusal} if the client refuses, or with {@code overloaded} if too many asks are
     *     unanswered; or a {@link dev.strait.runtime.json.FrameException} if the answer is invalid
     * @throws IllegalArgumentException if the timeout is not positive, or a number of the message is not finite
     * @throws NullPointerException if a component of the message is null although its contract does not allow null
     */
    <A> CompletionStage<A> ask(O message, Duration timeout);

    /**
     * Returns a stage that completes when less than half of the connection's queue is used, at once if that is so now.
     *
     * @return a stage that completes where handlers run; it fails with a
     *     {@link dev.strait.runtime.ConnectionClosedException} if the connection closes
     */
    CompletionStage<Void> writable();

    /**
     * Joins a room without asking the handler's {@code join}. The handler's {@code joined} is called.
     *
     * @return false if the connection is in that room, has closed, or has reached a limit
     * @throws IllegalArgumentException if the key violates its constraints
     */
    boolean join(R room);

    /**
     * Leaves a room.
     *
     * @return false if the connection is not in that room
     * @throws IllegalArgumentException if the key violates its constraints
     */
    boolean leave(R room);

    /**
     * Closes the connection after the messages that are queued.
     *
     * @return false if it is closing or closed
     * @throws IllegalArgumentException if applications may not send the code
     */
    boolean close(CloseReason reason);
}
