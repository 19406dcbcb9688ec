package com.acme;

import dev.strait.Ask;
import dev.strait.runtime.spi.ChannelConnection;
import dev.strait.runtime.spi.ConnectionView;
import java.lang.SuppressWarnings;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import javax.annotation.processing.Generated;

/**
 * A connection of {@link Auction}, as a handler sees it.
 *
 * <p>One lot.
 *
 * <p>It may be kept and used on any thread; no method blocks. After the connection has closed, its facts
 * remain available, messages to it are dropped, and joins return false.
 *
 * <p>Objects of the same connection are equal, whatever their rooms. A set of connections keeps the object
 * that was added first. A connection that {@code left} one room may still be in another.
 *
 * @param <S> the state of a connection, as returned by {@code open}
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class AuctionConnection<S> extends ConnectionView<S, Auction.Room, Auction.ToClient> {
    AuctionConnection(ChannelConnection<S, Auction.Room, Auction.ToClient> connection) {
        super(connection);
    }

    /**
     * Sends to this connection only.
     */
    public AuctionSender reply() {
        return new AuctionSender(connection().reply());
    }

    /**
     * Sends to the room without this connection.
     */
    public AuctionSender.Target toOthers() {
        return new AuctionSender.Target(connection().toOthers());
    }

    /**
     * Sends to the room, this connection included.
     */
    public AuctionSender.Target toRoom() {
        return new AuctionSender.Target(connection().toRoom());
    }

    /**
     * Returns the room of this call: the room that the message was sent to, or that was joined or left.
     */
    public Auction.Room room() {
        return connection().room();
    }

    /**
     * Returns the rooms of this connection, in the order of joining.
     */
    public Set<Auction.Room> rooms() {
        return connection().rooms();
    }

    /**
     * Asks this client, and returns its answer. The stage fails with a {@link java.util.concurrent.TimeoutException} if no answer arrives in time,
     * with a {@link dev.strait.runtime.ConnectionClosedException} if the client disconnects, with a {@link dev.strait.runtime.Refusal} if the client refuses, and with a
     * {@link dev.strait.runtime.json.FrameException} if the answer violates the contract. Dependent stages run on the thread that read the answer
     * and must not block; those added by methods that end in {@code Async} run where handlers run.
     *
     * @throws IllegalArgumentException the timeout is not positive, or a number of the message is not finite
     * @throws NullPointerException a required component of the message is null
     */
    public <R, M extends Auction.ToClient & Ask<R>> CompletionStage<R> ask(M message,
            Duration timeout) {
        return connection().ask(message, timeout);
    }
}
