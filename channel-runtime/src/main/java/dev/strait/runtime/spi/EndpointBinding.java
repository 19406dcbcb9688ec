package dev.strait.runtime.spi;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Handshake;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a generated handler and a generated room have in common for the runtime: how a connection begins and ends.
 *
 * @param <S> the application's state of a connection
 * @param <R> the room key
 * @param <I> what clients send
 * @param <O> what the server sends
 */
public interface EndpointBinding<S, R, I, O> {

    /** The application's object, a handler or a room; two bindings of the same room share its rooms. */
    Object application();

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

    /** The last call for a connection. */
    void closed(ChannelConnection<S, R, O> connection, CloseReason reason);
}
