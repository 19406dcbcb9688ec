package dev.strait.runtime.internal.connection;

import dev.strait.runtime.Delivery;
import dev.strait.runtime.internal.membership.Membership;
import dev.strait.runtime.spi.Audience;
import dev.strait.runtime.spi.ChannelContract;
import dev.strait.runtime.spi.Relay;
import dev.strait.runtime.spi.Selection;
import java.util.concurrent.CompletableFuture;

/**
 * A channel, as its connections see it.
 *
 * @param <R> the room key
 * @param <I> the client's messages
 * @param <O> the server's messages
 */
public interface ChannelScope<R, I, O> {

    ChannelContract<R, I, O> contract();

    /** Returns the connections and rooms of the channel. */
    Membership.Directory<LiveConnection<?, ?, ?, ?>> directory();

    /** Returns an audience for a selection of its connections. */
    Audience<O> audience(Selection selection);

    /** Sends a client's message to the other members of a room. */
    Delivery relay(Relay relay);

    /**
     * Receives what other nodes send to a room, until {@link #releaseRoom}.
     *
     * @return completes when nothing that is sent from then on is missed; fails if the other nodes cannot be reached now
     */
    CompletableFuture<Void> holdRoom(String room);

    /** Ends a {@link #holdRoom}. */
    void releaseRoom(String room);

    /** Receives what other nodes send to a user, until {@link #releaseUser}, like {@link #holdRoom}. */
    CompletableFuture<Void> holdUser(String user);

    /** Ends a {@link #holdUser}. */
    void releaseUser(String user);
}
