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

    ChannelContract<R, I, O> contract();

    /**
     * @param room the room of the path; null where the path names none
     */
    S open(@Nullable R room, Handshake handshake);

    Optional<String> user(S state, Handshake handshake);

    void join(R room, ChannelConnection<S, R, O> connection);

    void joined(R room, ChannelConnection<S, R, O> connection);

    void receive(I message, ChannelConnection<S, R, O> from);

    void left(R room, ChannelConnection<S, R, O> connection);

    void closed(ChannelConnection<S, R, O> connection, CloseReason reason);

    void deployed(ChannelHub hub);
}
