package com.acme;

import dev.strait.Ask;
import dev.strait.client.ChannelClient;
import dev.strait.client.ClientBuilder;
import dev.strait.client.Registration;
import dev.strait.client.Sent;
import java.lang.Override;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javax.annotation.processing.Generated;

/**
 * A client of {@link Prices}.
 *
 * <p>Prices of shares.
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class PricesClient extends ChannelClient<String, Prices.ToServer, Prices.ToClient> {
    private PricesClient(Builder builder) {
        super(PricesCodec.CONTRACT, builder);
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
     * Sends a message.
     *
     * @throws dev.strait.client.ClientException with the code {@code invalid} if the message violates its contract
     * @throws NullPointerException the message or a required component is null
     * @throws IllegalArgumentException the message is an ask, or a number is not finite
     */
    public Sent send(Prices.ToServer message) {
        return submit(message);
    }

    /**
     * Asks the server, and returns its answer. The future fails with a {@link dev.strait.client.ClientException}. Cancel it to give up.
     *
     * @param timeout the time to wait for the connection and for the answer
     * @throws NullPointerException the message or a required component is null
     * @throws IllegalArgumentException the timeout is not positive, or a number is not finite
     */
    public <A, M extends Prices.ToServer & Ask<A>> CompletableFuture<A> ask(M message,
            Duration timeout) {
        return submitAsk(message, timeout);
    }

    /**
     * Sends {@link Prices.Watch}.
     */
    public Sent watch(String symbol) {
        return send(new Prices.Watch(symbol));
    }

    /**
     * Asks the server with {@link Prices.Latest}.
     */
    public CompletableFuture<Prices.Price> latest(String symbol) {
        return submitAsk(new Prices.Latest(symbol), askTimeout());
    }

    /**
     * Listens to {@link Prices.Price}.
     */
    public Registration onPrice(Consumer<? super Prices.Price> handler) {
        return on(Prices.Price.class, handler);
    }

    /**
     * Settings of a client.
     */
    public static final class Builder extends ClientBuilder<String, Prices.ToServer, Prices.ToClient, PricesClient, Builder> {
        private Builder(URI base) {
            super(base);
        }

        @Override
        public PricesClient build() {
            return new PricesClient(this);
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
