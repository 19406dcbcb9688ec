package com.acme;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Handshake;
import java.security.Principal;
import java.time.Duration;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * What the server application does for {@link Feed}, where each room has a state.
 *
 * <p>All calls for one room come one after the other, so its state needs no locks; and so do all calls for
 * one connection, in the order of {@link FeedHandler}. Different rooms run side by side. A room's state is made for
 * the first who asks to join, and dropped after {@link #emptied} when the last has left. A method may
 * block, and then holds up its room alone, unless the endpoint is {@code nonBlocking()}. A {@link dev.strait.runtime.Refusal} that
 * it throws goes to the client; anything else is logged, and the client gets a reference to the log.
 *
 * @param <S> what the application remembers of each connection
 * @param <R> what it remembers of each room
 */
@Generated("dev.strait.processor.ChannelProcessor")
public interface FeedRoom<S, R> {
    /**
     * Admits a connection, or throws a {@link dev.strait.runtime.Refusal}, which closes it.
     *
     * @param handshake the request that it began with
     * @return what to remember of it
     */
    S open(Handshake handshake);

    /**
     * Makes the state of a room that nobody is in, or brings back what {@link #emptied} has put away.
     *
     * @return the state, not null
     */
    R create(String room);

    /**
     * Says who the connection is for, as {@code user(...)} targets name him. By default the name of the
     * container's principal.
     */
    default Optional<String> user(S state, Handshake handshake) {
        return handshake.principal().map(Principal::getName);
    }

    /**
     * Allows the connection to join, or throws a {@link dev.strait.runtime.Refusal}. Allows everything by default.
     */
    default void join(R state, FeedConnection<S> connection) {
    }

    /**
     * The connection is a member now; a place to greet it. Does nothing by default.
     */
    default void joined(R state, FeedConnection<S> connection) {
    }

    /**
     * The connection is no member any more, and none of those who are counted. Does nothing by default.
     */
    default void left(R state, FeedConnection<S> connection) {
    }

    /**
     * How often {@link #tick} is called, at a fixed rate, while a room has members; 1 ms to 1 day, or zero
     * for never, which is the default. Asked for once.
     */
    default Duration tickEvery() {
        return Duration.ZERO;
    }

    /**
     * Time has passed. A tick that is due before the one before it is over is left out, and the hub's listener
     * is told. Does nothing by default.
     *
     * @param elapsed since the last tick, or since the first member came
     */
    default void tick(R state, FeedRooms.Members<S> members, Duration elapsed) {
    }

    /**
     * Nobody is in the room any more: the last call with this state, and a place to put it away. Also after a
     * join into an empty room that was refused, and after a call from outside into one. Does nothing by
     * default.
     */
    default void emptied(String room, R state) {
    }

    /**
     * The connection has ended: the last call for it, and the only one for each {@code open} that returned. Does
     * nothing by default.
     */
    default void closed(FeedConnection<S> connection, CloseReason reason) {
    }

    /**
     * A container deployed this room by itself; here is the hub to emit with. Does nothing by default.
     */
    default void deployed(ChannelHub hub) {
    }
}
