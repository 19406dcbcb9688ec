package com.acme;

import dev.strait.Ask;
import dev.strait.client.ChannelClient;
import dev.strait.client.ClientBuilder;
import dev.strait.client.Registration;
import java.lang.Override;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.annotation.processing.Generated;

/**
 * A client of {@link Auction}.
 *
 * <p>One lot.
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class AuctionClient extends ChannelClient<Auction.Room, Auction.ToServer, Auction.ToClient> {
    private AuctionClient(Builder builder) {
        super(AuctionCodec.CONTRACT, builder);
    }

    /**
     * Returns a builder of a client.
     *
     * @param base the URL of the server, without the path of the channel
     * @throws IllegalArgumentException it is not the URL of a server
     */
    public static Builder at(URI base) {
        return new Builder(base);
    }

    /**
     * Returns a builder of a client.
     *
     * @param base the URL of the server, without the path of the channel
     * @throws IllegalArgumentException it is not the URL of a server
     */
    public static Builder at(String base) {
        return at(URI.create(base));
    }

    /**
     * Asks the server, and returns its answer. The future fails with a {@link dev.strait.client.ClientException}. Cancel it to give up.
     *
     * @param timeout the time to wait for the connection and for the answer
     * @throws NullPointerException the message or a required component is null
     * @throws IllegalArgumentException the timeout is not positive, or a number is not finite
     */
    public <A, M extends Auction.ToServer & Ask<A>> CompletableFuture<A> ask(M message,
            Duration timeout) {
        return submitAsk(message, timeout);
    }

    /**
     * Asks the server with {@link Auction.Bid}: Offers so much.
     */
    public CompletableFuture<Auction.Bid.Outcome> bid(int cents) {
        return submitAsk(new Auction.Bid(cents), askTimeout());
    }

    /**
     * Listens to {@link Auction.Price}.
     */
    public Registration onPrice(Consumer<? super Auction.Price> handler) {
        return on(Auction.Price.class, handler);
    }

    /**
     * Answers {@link Auction.ConfirmAge}.
     *
     * <p>To refuse, throw a {@link dev.strait.runtime.Refusal}, or let the stage fail with one. A later handler replaces an earlier one.
     */
    public Registration answerConfirmAge(
            Function<? super Auction.ConfirmAge, ? extends CompletionStage<? extends Auction.ConfirmAge.Answer>> handler) {
        return answer(Auction.ConfirmAge.class, handler);
    }

    /**
     * Settings of a client.
     */
    public static final class Builder extends ClientBuilder<Auction.Room, Auction.ToServer, Auction.ToClient, AuctionClient, Builder> {
        private Builder(URI base) {
            super(base);
        }

        /**
         * Sets the room in the path. Required.
         */
        public Builder room(Auction.Room room) {
            return roomInPath(room);
        }

        /**
         * Sets the room in the path. Required.
         */
        public Builder room(long lot) {
            return room(new Auction.Room(lot));
        }

        @Override
        public AuctionClient build() {
            return new AuctionClient(this);
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
