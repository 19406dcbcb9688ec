package dev.strait.runtime.spi;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Handshake;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The part that handlers and rooms with state have in common: how a connection opens and closes.
 *
 * @param <S> the application's state of a connection
 * @param <R> the room key
 * @param <I> the client's messages
 * @param <O> the server's messages
 */
public interface EndpointBinding<S, R, I, O> {

    /** Returns the application's handler or room object. Two bindings of the same room object share its rooms. */
    Object application();

    /** Returns the contract that is served. */
    ChannelContract<R, I, O> contract();

    /**
     * Admits a connection, and returns its state.
     *
     * @param room the room in the path; null if the path has none
     * @throws dev.strait.runtime.Refusal to refuse the connection
     */
    S open(@Nullable R room, Handshake handshake);

    /** Returns the user id of a connection, as used by {@code user(...)} targets, of at most 256 characters. */
    Optional<String> user(S state, Handshake handshake);

    /**
     * Reports that the client has sent a new token.
     *
     * @throws dev.strait.runtime.Refusal to close the connection
     */
    default void reauthenticated(ChannelConnection<S, R, O> connection, String token) {}

    /** Reports that a connection has closed. This is the last call for the connection. */
    void closed(ChannelConnection<S, R, O> connection, CloseReason reason);
}
