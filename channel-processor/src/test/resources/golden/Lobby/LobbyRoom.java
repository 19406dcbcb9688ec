package com.acme;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.spi.ChannelType;
import java.lang.Deprecated;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.security.Principal;
import java.time.Duration;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * The interface that a server application implements to serve {@link Lobby} with a state for each room.
 *
 * <p>A channel without rooms in its path.
 *
 * <p>All calls for one room are serial, so its state needs no locks. All calls for one connection are serial
 * too, in the order given in {@link LobbyHandler}. Different rooms run in parallel. The state of a room is created
 * when the first connection asks to join, and discarded after {@link #emptied} when the last has left. A
 * method may block, which delays only its room, unless the endpoint is {@code nonBlocking()}. The client
 * receives the code of a {@link dev.strait.runtime.Refusal}; any other exception is logged, and the client receives a reference to
 * the log entry.
 *
 * @param <S> the state of a connection
 * @param <R> the state of a room
 */
@ChannelType(
        endpoint = LobbyEndpoint.class,
        emitter = LobbyEmitter.class
)
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public interface LobbyRoom<S, R> {
    /**
     * Admits a connection and returns its state. A {@link dev.strait.runtime.Refusal} closes the connection.
     *
     * @param handshake the HTTP request of the connection
     * @return the state of the connection
     */
    S open(Handshake handshake);

    /**
     * Creates the state of an empty room, or restores what {@link #emptied} has saved.
     *
     * @return the state; never null
     */
    R create(String room);

    /**
     * Handles {@link Lobby.Post} from a client.
     */
    void onPost(Lobby.Post post, LobbyConnection<S> from, R state);

    /**
     * Handles {@link Lobby.Shout} from a client.
     */
    @Deprecated
    void onShout(Lobby.Shout shout, LobbyConnection<S> from, R state);

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
    default void join(R state, LobbyConnection<S> connection) {
    }

    /**
     * The connection has joined the room; greet it here. Does nothing by default.
     */
    default void joined(R state, LobbyConnection<S> connection) {
    }

    /**
     * The connection has left the room and is not counted any more. Does nothing by default.
     */
    default void left(R state, LobbyConnection<S> connection) {
    }

    /**
     * Returns the interval at which {@link #tick} is called while a room has members: 1 ms to 1 day, or zero
     * for no ticks, which is the default. Called once.
     */
    default Duration tickEvery() {
        return Duration.ZERO;
    }

    /**
     * Called at the interval of {@link #tickEvery}. A tick that is due while the previous one still runs is
     * skipped, and the hub's listener is notified. Does nothing by default.
     *
     * @param elapsed the time since the last tick, or since the first member joined
     */
    default void tick(R state, LobbyRooms.Members<S> members, Duration elapsed) {
    }

    /**
     * Returns how long a room keeps its state after its last member has left or its last call from outside: up
     * to 7 days, or zero to discard it at once, which is the default. A state is kept while there are fewer than
     * {@code maxRoomsPerNode} rooms, and for at most half as many rooms. Called once.
     */
    default Duration retention() {
        return Duration.ZERO;
    }

    /**
     * The last member has left, and the {@link #retention} is over; the state is discarded after this call, which
     * may save it. Also called after a refused join or a call from outside into an empty room, and when the hub
     * closes. Does nothing by default.
     */
    default void emptied(String room, R state) {
    }

    /**
     * The client has sent a new token, which the hub's authenticator has accepted, if there is one. A
     * {@link dev.strait.runtime.Refusal} closes the connection with 4401. Does nothing by default.
     */
    default void reauthenticated(LobbyConnection<S> connection, String token) {
    }

    /**
     * The connection has closed. This is the last call for it; each {@code open} that returned gets exactly one.
     * Does nothing by default.
     */
    default void closed(LobbyConnection<S> connection, CloseReason reason) {
    }

    /**
     * A container deployed this room by scanning. The hub can be used to emit. Does nothing by default.
     */
    default void deployed(ChannelHub hub) {
    }
}
