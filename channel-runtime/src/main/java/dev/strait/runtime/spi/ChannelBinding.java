package dev.strait.runtime.spi;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Handshake;
import java.util.Optional;
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
public interface ChannelBinding<S, R, I, O> {

    /** What is bound. */
    ChannelContract<R, I, O> contract();

    /**
     * Admits a connection, or throws a {@link dev.strait.runtime.Refusal}.
     *
     * @param room the room of the path; null where the path names none
     */
    S open(@Nullable R room, Handshake handshake);

    /** Who the connection is for. */
    Optional<String> user(S state, Handshake handshake);

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

    /** The last call for a connection. */
    void closed(ChannelConnection<S, R, O> connection, CloseReason reason);

    /** A container deployed the handler by itself. */
    void deployed(ChannelHub hub);
}
