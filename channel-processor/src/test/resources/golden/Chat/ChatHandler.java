package com.acme;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.spi.ChannelType;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.security.Principal;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * The interface that a server application implements to serve {@link Chat}.
 *
 * <p>Team chat; one room per conversation.
 *
 * <p>All calls for one connection are serial and in this order: {@code open}, {@code user}, for each room
 * {@code join} and {@code joined}, the messages, for each room {@code left}, and {@code closed}. Calls for
 * different connections run in parallel; a {@link ChatRoom} gives each room a state that needs no locks. A
 * method may block, unless the endpoint is {@code nonBlocking()}. The client receives the code of a
 * {@link dev.strait.runtime.Refusal}; any other exception is logged, and the client receives a reference to the log entry.
 *
 * @param <S> the state of a connection
 */
@ChannelType(
        endpoint = ChatEndpoint.class,
        emitter = ChatEmitter.class
)
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public interface ChatHandler<S> {
    /**
     * Admits a connection and returns its state. A {@link dev.strait.runtime.Refusal} closes the connection.
     *
     * @param room the room in the path; it is joined next
     * @param handshake the HTTP request of the connection
     * @return the state of the connection
     */
    S open(Chat.Room room, Handshake handshake);

    /**
     * Handles {@link Chat.Say} from a client: Somebody has something to say.
     */
    void onSay(Chat.Say say, ChatConnection<S> from);

    /**
     * Handles {@link Chat.Typing} from a client.
     */
    void onTyping(Chat.Typing typing, ChatConnection<S> from);

    /**
     * Returns the user id of the connection, as used by {@code user(...)} targets. By default it is the name of
     * the principal.
     */
    default Optional<String> user(S state, Handshake handshake) {
        return handshake.principal().map(Principal::getName);
    }

    /**
     * Authorizes a join that a client requests; a {@link dev.strait.runtime.Refusal} denies it. Allows every join by default.
     */
    default void join(Chat.Room room, ChatConnection<S> connection) {
    }

    /**
     * The connection has joined a room; greet it here. Does nothing by default.
     */
    default void joined(Chat.Room room, ChatConnection<S> connection) {
    }

    /**
     * The connection has left a room. Does nothing by default.
     */
    default void left(Chat.Room room, ChatConnection<S> connection) {
    }

    /**
     * The client has sent a new token, which the hub's authenticator has accepted, if there is one. A
     * {@link dev.strait.runtime.Refusal} closes the connection with 4401. Does nothing by default.
     */
    default void reauthenticated(ChatConnection<S> connection, String token) {
    }

    /**
     * The connection has closed. This is the last call for it; each {@code open} that returned gets exactly one.
     * Does nothing by default.
     */
    default void closed(ChatConnection<S> connection, CloseReason reason) {
    }

    /**
     * A container deployed this handler by scanning. The hub can be used to emit. Does nothing by default.
     */
    default void deployed(ChannelHub hub) {
    }
}
