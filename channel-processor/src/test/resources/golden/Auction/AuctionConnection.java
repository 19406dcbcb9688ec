package com.acme;

import dev.strait.Ask;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.spi.ChannelConnection;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import javax.annotation.processing.Generated;

/**
 * A connection of {@link Auction}, as a handler meets it.
 *
 * <p>One lot.
 *
 * <p>It may be kept and used on any thread; nothing here blocks. Once the connection has closed, the facts
 * stay, sending reaches nobody, and joining is refused.
 *
 * @param <S> what the application remembers of each connection
 */
@Generated("dev.strait.processor.ChannelProcessor")
public final class AuctionConnection<S> {
    private final ChannelConnection<S, Auction.Room, Auction.ToClient> connection;

    AuctionConnection(ChannelConnection<S, Auction.Room, Auction.ToClient> connection) {
        this.connection = connection;
    }

    /**
     * Sends to this connection alone.
     */
    public AuctionSender reply() {
        return new AuctionSender(connection.reply());
    }

    /**
     * Sends to the room without this connection.
     */
    public AuctionSender.Target toOthers() {
        return new AuctionSender.Target(connection.toOthers());
    }

    /**
     * Sends to the room, this connection included.
     */
    public AuctionSender.Target toRoom() {
        return new AuctionSender.Target(connection.toRoom());
    }

    /**
     * The room that is meant.
     */
    public Auction.Room room() {
        return connection.room();
    }

    /**
     * The rooms that it is in, in the order of joining.
     */
    public Set<Auction.Room> rooms() {
        return connection.rooms();
    }

    /**
     * Asks this client, and gives its answer. It fails with a {@link java.util.concurrent.TimeoutException} if none comes in time, with a
     * {@link dev.strait.runtime.ConnectionClosedException} if the client goes before, with a {@link dev.strait.runtime.Refusal} if the client refuses, and with a
     * {@link dev.strait.runtime.json.FrameException} if its answer breaks the contract. What depends on the answer runs on the thread that
     * it came on, and must not block there; with the methods that end in {@code Async} it runs where
     * handlers do.
     *
     * @throws IllegalArgumentException the timeout is not positive, or a number of the message not finite
     * @throws NullPointerException a component of the message that must not be null is
     */
    public <R, M extends Auction.ToClient & Ask<R>> CompletionStage<R> ask(M message,
            Duration timeout) {
        return connection.ask(message, timeout);
    }

    /**
     * Its id, unique among all connections.
     */
    public String id() {
        return connection.id();
    }

    /**
     * Who it is for, if the handler's {@code user} said so.
     */
    public Optional<String> user() {
        return connection.user();
    }

    /**
     * What the handler's {@code open} returned.
     */
    public S state() {
        return connection.state();
    }

    /**
     * The request that it began with.
     */
    public Handshake handshake() {
        return connection.handshake();
    }

    /**
     * Closes it after what is queued; false if it has closed, or is closing.
     */
    public boolean close(CloseReason reason) {
        return connection.close(reason);
    }
}
