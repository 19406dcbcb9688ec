package com.acme;

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
import java.lang.Void;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.annotation.processing.Generated;

/**
 * Tests handlers of {@link Feed} in memory.
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class FeedTestKit extends TestKit<String, Void, Feed.ToClient, FeedTestKit.Client> {
    private FeedTestKit(Function<? super ChannelHub, ? extends ChannelEndpoint> endpoints,
            Consumer<? super TestKitSettings> settings) {
        super(FeedCodec.CONTRACT, endpoints, settings);
    }

    /**
     * Returns a kit for a handler.
     */
    public static FeedTestKit of(FeedHandler<?> handler) {
        return of(handler, settings -> {});
    }

    /**
     * Returns a kit for a handler, with settings.
     */
    public static FeedTestKit of(FeedHandler<?> handler,
            Consumer<? super TestKitSettings> settings) {
        return create(hub -> FeedEndpoint.of(handler), settings);
    }

    /**
     * Returns a kit for a room object.
     */
    public static FeedTestKit of(FeedRoom<?, ?> room) {
        return of(room, settings -> {});
    }

    /**
     * Returns a kit for a room object, with settings.
     */
    public static FeedTestKit of(FeedRoom<?, ?> room, Consumer<? super TestKitSettings> settings) {
        return create(hub -> FeedEndpoint.of(room), settings);
    }

    /**
     * Returns a kit for an endpoint that is created with the hub.
     *
     * <p>For a handler that needs the hub or an emitter: {@code hub -> FeedEndpoint.of(new Service(hub))}.
     */
    public static FeedTestKit create(
            Function<? super ChannelHub, ? extends ChannelEndpoint> endpoint) {
        return create(endpoint, settings -> {});
    }

    /**
     * Returns a kit for an endpoint that is created with the hub, with settings.
     *
     * <p>For a handler that needs the hub or an emitter: {@code hub -> FeedEndpoint.of(new Service(hub))}.
     */
    public static FeedTestKit create(
            Function<? super ChannelHub, ? extends ChannelEndpoint> endpoint,
            Consumer<? super TestKitSettings> settings) {
        return new FeedTestKit(endpoint, settings);
    }

    /**
     * Returns several nodes, each with a handler of its own.
     *
     * @param count the number of nodes
     * @param handlers creates the handler of a node
     */
    public static TestNodes<FeedTestKit> nodes(int count,
            Supplier<? extends FeedHandler<?>> handlers) {
        return TestNodes.of(count, settings -> of(handlers.get(), settings));
    }

    /**
     * Returns several nodes, each with an endpoint that is created with its hub.
     *
     * @param count the number of nodes
     * @param endpoints creates the endpoint of a node
     */
    public static TestNodes<FeedTestKit> createNodes(int count,
            Function<? super ChannelHub, ? extends ChannelEndpoint> endpoints) {
        return TestNodes.of(count, settings -> create(endpoints, settings));
    }

    /**
     * Returns the emitter of the hub. After it was used, the next call of the kit delivers.
     */
    public FeedEmitter emitter() {
        return FeedEmitter.of(hub());
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

    /**
     * Connects a client that joins a room as it connects.
     *
     * @throws dev.strait.test.RefusedHandshake if the server refuses the client
     */
    public Client connect(String room) {
        return connect(List.of(room));
    }

    /**
     * Connects a client that joins a room as it connects.
     *
     * @throws dev.strait.test.RefusedHandshake if the server refuses the client
     */
    public Client connect(String room, Consumer<? super Who> who) {
        return connect(List.of(room), who);
    }

    @Override
    protected Client client(ClientConnection<String, Void, Feed.ToClient> connection) {
        return new Client(connection);
    }

    /**
     * A virtual client.
     */
    public static final class Client extends TestClient<String, Void, Feed.ToClient> {
        private Client(ClientConnection<String, Void, Feed.ToClient> connection) {
            super(connection);
        }

        private Client(ClientConnection<String, Void, Feed.ToClient> connection, String room) {
            super(connection, room);
        }

        /**
         * Returns a view of this client whose messages name a room.
         */
        public Client in(String room) {
            return new Client(connection(), room);
        }

        /**
         * Joins a room.
         */
        public void join(String room) {
            joinRoom(room);
        }

        /**
         * Leaves a room.
         */
        public void leave(String room) {
            leaveRoom(room);
        }

        /**
         * Takes the messages that have arrived with the name of a room, and leaves the others.
         */
        public List<Feed.ToClient> receivedIn(String room) {
            return takeReceivedIn(room);
        }
    }
}
