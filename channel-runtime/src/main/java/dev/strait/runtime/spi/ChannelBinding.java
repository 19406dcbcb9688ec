package dev.strait.runtime.spi;

import org.jspecify.annotations.Nullable;

/**
 * Connects a generated handler interface to the runtime. The calls for one connection never overlap: {@code open} and
 * {@code user} come first, {@code closed} comes last, and the messages of a room come between its {@code joined} and
 * its {@code left}.
 *
 * <p>They run on the hub's executor, or on the container's thread for
 * {@linkplain ChannelEndpoint#nonBlocking non-blocking} endpoints.
 *
 * <p>The bindings of channels without rooms do not override the methods that concern rooms.
 *
 * @param <S> the application's state of a connection
 * @param <R> the room key
 * @param <I> the client's messages
 * @param <O> the server's messages
 */
public interface ChannelBinding<S, R, I, O> extends EndpointBinding<S, R, I, O> {

    /**
     * Decides whether a client may join a room.
     *
     * @throws dev.strait.runtime.Refusal if it may not
     */
    default void join(R room, ChannelConnection<S, R, O> connection) {}

    /** Reports that the connection has become a member of a room. */
    default void joined(R room, ChannelConnection<S, R, O> connection) {}

    /**
     * Handles a valid message. The view of the connection has the room of the message.
     *
     * @return the answer, if the message is an ask; null otherwise
     * @throws dev.strait.runtime.Refusal to answer with an error
     */
    @Nullable
    Object receive(I message, ChannelConnection<S, R, O> from);

    /** Reports that the connection has left a room. */
    default void left(R room, ChannelConnection<S, R, O> connection) {}
}
