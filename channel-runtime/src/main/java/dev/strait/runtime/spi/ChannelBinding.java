package dev.strait.runtime.spi;

import org.jspecify.annotations.Nullable;

/**
 * Ties a generated handler interface to the runtime. All calls for one connection come one after the other, in the order
 * {@code open}, {@code user}, {@code join} and {@code joined} for each room, messages, {@code left} for each room,
 * {@code closed}.
 *
 * @param <S> the application's state of a connection
 * @param <R> the room key
 * @param <I> what clients send
 * @param <O> what the server sends
 */
public interface ChannelBinding<S, R, I, O> extends EndpointBinding<S, R, I, O> {

    /** Allows a client to join, or throws a {@link dev.strait.runtime.Refusal}. */
    void join(R room, ChannelConnection<S, R, O> connection);

    /** The connection is a member. */
    void joined(R room, ChannelConnection<S, R, O> connection);

    /**
     * A valid message has come, for the room of the view.
     *
     * @return the answer, if the message is an ask; null otherwise
     */
    @Nullable
    Object receive(I message, ChannelConnection<S, R, O> from);

    /** The connection is no member any more. */
    void left(R room, ChannelConnection<S, R, O> connection);
}
