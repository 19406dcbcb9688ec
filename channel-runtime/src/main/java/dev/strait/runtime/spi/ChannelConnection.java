package dev.strait.runtime.spi;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Handshake;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * A connection, seen in one of its rooms or in none; what a generated connection wraps. Safe for all threads. After the
 * connection has closed, the facts stay, sending reaches nobody and joining is refused.
 *
 * @param <S> the application's state of a connection
 * @param <R> the room key
 * @param <O> what the server sends
 */
public interface ChannelConnection<S, R, O> {

    /** Its id, unique among all nodes. */
    String id();

    /** What the handler's open returned. */
    S state();

    /** Who it is for. */
    Optional<String> user();

    /** The request that it began with. */
    Handshake handshake();

    /**
     * The room that it is seen in.
     *
     * @throws IllegalStateException this view is of no room
     */
    R room();

    /** The rooms that it is in, in the order of joining. */
    Set<R> rooms();

    /** This connection alone. */
    Audience<O> reply();

    /**
     * The room without this connection.
     *
     * @throws IllegalStateException this view is of no room
     * @throws dev.strait.runtime.Refusal the same, where the protocol lets messages through that say no room
     */
    Audience<O> toOthers();

    /**
     * The room with this connection.
     *
     * @throws IllegalStateException this view is of no room
     * @throws dev.strait.runtime.Refusal the same, where the protocol lets messages through that say no room
     */
    Audience<O> toRoom();

    /**
     * Asks the client; for messages that are asks.
     *
     * @param <A> the type of the answer, as the message's says
     * @return fails with a {@link java.util.concurrent.TimeoutException}, a
     *     {@link dev.strait.runtime.ConnectionClosedException}, a {@link dev.strait.runtime.Refusal} of the client's (or
     *     {@code overloaded} where too many asks wait), or a {@link dev.strait.runtime.json.FrameException}
     * @throws IllegalArgumentException the timeout is not positive, or a number of the message not finite
     * @throws NullPointerException a component of the message that must not be null is
     */
    <A> CompletionStage<A> ask(O message, Duration timeout);

    /**
     * Joins without asking the handler's {@code join}; {@code joined} is called.
     *
     * @return false if it is in that room already, has closed, or has reached a limit
     */
    boolean join(R room);

    /** Leaves; false if it is not in that room. */
    boolean leave(R room);

    /** Closes after what is already queued; false if it has closed or is closing. */
    boolean close(CloseReason reason);
}
