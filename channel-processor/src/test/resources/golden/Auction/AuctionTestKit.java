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
import java.lang.Class;
import java.lang.Override;
import java.lang.SuppressWarnings;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.annotation.processing.Generated;

/**
 * Tests handlers of {@link Auction} in memory.
 *
 * <p>One lot.
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class AuctionTestKit extends TestKit<Auction.Room, Auction.ToServer, Auction.ToClient, AuctionTestKit.Client> {
    private AuctionTestKit(Function<? super ChannelHub, ? extends ChannelEndpoint> endpoints,
            Consumer<? super TestKitSettings> settings) {
        super(AuctionCodec.CONTRACT, endpoints, settings);
    }

    /**
     * Returns a kit for a handler.
     */
    public static AuctionTestKit of(AuctionHandler<?> handler) {
        return of(handler, settings -> {});
    }

    /**
     * Returns a kit for a handler, with settings.
     */
    public static AuctionTestKit of(AuctionHandler<?> handler,
            Consumer<? super TestKitSettings> settings) {
        return create(hub -> AuctionEndpoint.of(handler), settings);
    }

    /**
     * Returns a kit for a room object.
     */
    public static AuctionTestKit of(AuctionRoom<?, ?> room) {
        return of(room, settings -> {});
    }

    /**
     * Returns a kit for a room object, with settings.
     */
    public static AuctionTestKit of(AuctionRoom<?, ?> room,
            Consumer<? super TestKitSettings> settings) {
        return create(hub -> AuctionEndpoint.of(room), settings);
    }

    /**
     * Returns a kit for an endpoint that is created with the hub.
     *
     * <p>For a handler that needs the hub or an emitter: {@code hub -> AuctionEndpoint.of(new Service(hub))}.
     */
    public static AuctionTestKit create(
            Function<? super ChannelHub, ? extends ChannelEndpoint> endpoint) {
        return create(endpoint, settings -> {});
    }

    /**
     * Returns a kit for an endpoint that is created with the hub, with settings.
     *
     * <p>For a handler that needs the hub or an emitter: {@code hub -> AuctionEndpoint.of(new Service(hub))}.
     */
    public static AuctionTestKit create(
            Function<? super ChannelHub, ? extends ChannelEndpoint> endpoint,
            Consumer<? super TestKitSettings> settings) {
        return new AuctionTestKit(endpoint, settings);
    }

    /**
     * Returns several nodes, each with a handler of its own.
     *
     * @param count the number of nodes
     * @param handlers creates the handler of a node
     */
    public static TestNodes<AuctionTestKit> nodes(int count,
            Supplier<? extends AuctionHandler<?>> handlers) {
        return TestNodes.of(count, settings -> of(handlers.get(), settings));
    }

    /**
     * Returns several nodes, each with an endpoint that is created with its hub.
     *
     * @param count the number of nodes
     * @param endpoints creates the endpoint of a node
     */
    public static TestNodes<AuctionTestKit> createNodes(int count,
            Function<? super ChannelHub, ? extends ChannelEndpoint> endpoints) {
        return TestNodes.of(count, settings -> create(endpoints, settings));
    }

    /**
     * Returns the emitter of the hub. After it was used, the next call of the kit delivers.
     */
    public AuctionEmitter emitter() {
        return AuctionEmitter.of(hub());
    }

    /**
     * Connects a client to the room in the path.
     *
     * @throws dev.strait.test.RefusedHandshake if the server refuses the client
     */
    public Client connect(Auction.Room room) {
        return connect(List.of(room));
    }

    /**
     * Connects a client to the room in the path.
     *
     * @throws dev.strait.test.RefusedHandshake if the server refuses the client
     */
    public Client connect(Auction.Room room, Consumer<? super Who> who) {
        return connect(List.of(room), who);
    }

    /**
     * Connects a client to the room in the path.
     *
     * @throws dev.strait.test.RefusedHandshake if the server refuses the client
     */
    public Client connect(long lot) {
        return connect(List.of(new Auction.Room(lot)));
    }

    /**
     * Connects a client to the room in the path.
     *
     * @throws dev.strait.test.RefusedHandshake if the server refuses the client
     */
    public Client connect(long lot, Consumer<? super Who> who) {
        return connect(List.of(new Auction.Room(lot)), who);
    }

    @Override
    protected Client client(
            ClientConnection<Auction.Room, Auction.ToServer, Auction.ToClient> connection) {
        return new Client(connection);
    }

    /**
     * A virtual client.
     */
    public static final class Client extends TestClient<Auction.Room, Auction.ToServer, Auction.ToClient> {
        private Client(
                ClientConnection<Auction.Room, Auction.ToServer, Auction.ToClient> connection) {
            super(connection);
        }

        /**
         * Asks the server. The future fails with a {@link dev.strait.test.RefusedAsk} if the server refuses.
         */
        public <A, M extends Auction.ToServer & Ask<A>> CompletableFuture<A> ask(M message) {
            return submitAsk(message);
        }

        /**
         * Asks the server with {@link Auction.Bid}: Offers so much.
         *
         * @throws AssertionError if the server refuses, or does not answer now
         */
        public Auction.Bid.Outcome bid(int cents) {
            return answerOf(new Auction.Bid(cents));
        }

        /**
         * Answers asks of a type from now on. To refuse, throw a {@link dev.strait.runtime.Refusal}.
         */
        public <A, M extends Auction.ToClient & Ask<A>> void answering(Class<M> ask,
                Function<? super M, ? extends A> answer) {
            answerWith(ask, answer);
        }
    }
}
