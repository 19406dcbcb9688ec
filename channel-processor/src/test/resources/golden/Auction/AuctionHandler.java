package com.acme;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Handshake;
import java.security.Principal;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * What the server application does for {@link Auction}.
 *
 * <p>One lot.
 *
 * <p>All calls for one connection come one after the other: {@code open}, {@code user}, for each room
 * {@code join} and {@code joined}, the messages in their order, for each room {@code left}, and
 * {@code closed}. Calls for different connections run side by side; where a room has a state, a
 * {@link AuctionRoom} saves the locks. A method may block, unless the endpoint is {@code nonBlocking()}. A
 * {@link dev.strait.runtime.Refusal} that it throws goes to the client; anything else is logged, and the client gets a
 * reference to the log.
 *
 * @param <S> what the application remembers of each connection
 */
@Generated("dev.strait.processor.ChannelProcessor")
public interface AuctionHandler<S> {
    /**
     * Admits a connection, or throws a {@link dev.strait.runtime.Refusal}, which closes it.
     *
     * @param room the room that its path names; it is joined next
     * @param handshake the request that it began with
     * @return what to remember of it
     */
    S open(Auction.Room room, Handshake handshake);

    /**
     * A client sent {@link Auction.Bid}: Offers so much.
     *
     * @return the answer, not null
     */
    Auction.Bid.Outcome onBid(Auction.Bid bid, AuctionConnection<S> from);

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
    default void join(Auction.Room room, AuctionConnection<S> connection) {
    }

    /**
     * The connection is a member now; a place to greet it. Does nothing by default.
     */
    default void joined(Auction.Room room, AuctionConnection<S> connection) {
    }

    /**
     * The connection is no member any more. Does nothing by default.
     */
    default void left(Auction.Room room, AuctionConnection<S> connection) {
    }

    /**
     * The connection has ended: the last call for it, and the only one for each {@code open} that returned. Does
     * nothing by default.
     */
    default void closed(AuctionConnection<S> connection, CloseReason reason) {
    }

    /**
     * A container deployed this handler by itself; here is the hub to emit with. Does nothing by default.
     */
    default void deployed(ChannelHub hub) {
    }
}
