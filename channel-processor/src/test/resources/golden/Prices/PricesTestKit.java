package com.acme;

import dev.strait.Ask;
import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.spi.ChannelEndpoint;
import dev.strait.test.ClientConnection;
import dev.strait.test.TestClient;
import dev.strait.test.TestKit;
import dev.strait.test.TestKitSettings;
import dev.strait.test.TestNodes;
import dev.strait.test.Who;
import java.lang.Override;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.annotation.processing.Generated;

/**
 * Tests handlers of {@link Prices} in memory.
 *
 * <p>Prices of shares.
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class PricesTestKit extends TestKit<String, Prices.ToServer, Prices.ToClient, PricesTestKit.Client> {
    private PricesTestKit(Function<? super ChannelHub, ? extends ChannelEndpoint> endpoints,
            Consumer<? super TestKitSettings> settings) {
        super(PricesCodec.CONTRACT, endpoints, settings);
    }

    /**
     * Returns a kit for a handler.
     */
    public static PricesTestKit of(PricesHandler<?> handler) {
        return of(handler, settings -> {});
    }

    /**
     * Returns a kit for a handler, with settings.
     */
    public static PricesTestKit of(PricesHandler<?> handler,
            Consumer<? super TestKitSettings> settings) {
        return create(hub -> PricesEndpoint.of(handler), settings);
    }

    /**
     * Returns a kit for an endpoint that is created with the hub.
     *
     * <p>For a handler that needs the hub or an emitter: {@code hub -> PricesEndpoint.of(new Service(hub))}.
     */
    public static PricesTestKit create(
            Function<? super ChannelHub, ? extends ChannelEndpoint> endpoint) {
        return create(endpoint, settings -> {});
    }

    /**
     * Returns a kit for an endpoint that is created with the hub, with settings.
     *
     * <p>For a handler that needs the hub or an emitter: {@code hub -> PricesEndpoint.of(new Service(hub))}.
     */
    public static PricesTestKit create(
            Function<? super ChannelHub, ? extends ChannelEndpoint> endpoint,
            Consumer<? super TestKitSettings> settings) {
        return new PricesTestKit(endpoint, settings);
    }

    /**
     * Returns several nodes, each with a handler of its own.
     *
     * @param count the number of nodes
     * @param handlers creates the handler of a node
     */
    public static TestNodes<PricesTestKit> nodes(int count,
            Supplier<? extends PricesHandler<?>> handlers) {
        return TestNodes.of(count, settings -> of(handlers.get(), settings));
    }

    /**
     * Returns several nodes, each with an endpoint that is created with its hub.
     *
     * @param count the number of nodes
     * @param endpoints creates the endpoint of a node
     */
    public static TestNodes<PricesTestKit> createNodes(int count,
            Function<? super ChannelHub, ? extends ChannelEndpoint> endpoints) {
        return TestNodes.of(count, settings -> create(endpoints, settings));
    }

    /**
     * Returns the emitter of the hub. After it was used, the next call of the kit delivers.
     */
    public PricesEmitter emitter() {
        return PricesEmitter.of(hub());
    }

    /**
     * Connects a client.
     *
     * @throws dev.strait.test.RefusedHandshake if the server refuses the client
     */
    public Client connect() {
        return connect(List.of());
    }

    /**
     * Connects a client.
     *
     * @throws dev.strait.test.RefusedHandshake if the server refuses the client
     */
    public Client connect(Consumer<? super Who> who) {
        return connect(List.of(), who);
    }

    @Override
    protected Client client(ClientConnection<String, Prices.ToServer, Prices.ToClient> connection) {
        return new Client(connection);
    }

    /**
     * A virtual client.
     */
    public static final class Client extends TestClient<String, Prices.ToServer, Prices.ToClient> {
        private Client(ClientConnection<String, Prices.ToServer, Prices.ToClient> connection) {
            super(connection);
        }

        /**
         * Sends a message. The server checks it, so the test can send an invalid one.
         */
        public void send(Prices.ToServer message) {
            submit(message);
        }

        /**
         * Asks the server. The future fails with a {@link dev.strait.test.RefusedAsk} if the server refuses.
         */
        public <A, M extends Prices.ToServer & Ask<A>> CompletableFuture<A> ask(M message) {
            return submitAsk(message);
        }

        /**
         * Sends {@link Prices.Watch}.
         */
        public void watch(String symbol) {
            submit(new Prices.Watch(symbol));
        }

        /**
         * Asks the server with {@link Prices.Latest}.
         *
         * @throws AssertionError if the server refuses, or does not answer now
         */
        public Prices.Price latest(String symbol) {
            return answerOf(new Prices.Latest(symbol));
        }
    }
}
