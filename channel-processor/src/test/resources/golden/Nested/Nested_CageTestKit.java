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
import java.lang.SuppressWarnings;
import java.lang.Void;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.annotation.processing.Generated;

/**
 * Tests handlers of {@link Nested.Cage} in memory.
 *
 * <p>All kinds of animals.
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
final class Nested_CageTestKit extends TestKit<Nested.Cage.Room, Nested.Cage.ToServer, Void, Nested_CageTestKit.Client> {
    private Nested_CageTestKit(Function<? super ChannelHub, ? extends ChannelEndpoint> endpoints,
            Consumer<? super TestKitSettings> settings) {
        super(Nested_CageCodec.CONTRACT, endpoints, settings);
    }

    /**
     * Returns a kit for a handler.
     */
    public static Nested_CageTestKit of(Nested_CageHandler<?> handler) {
        return of(handler, settings -> {});
    }

    /**
     * Returns a kit for a handler, with settings.
     */
    public static Nested_CageTestKit of(Nested_CageHandler<?> handler,
            Consumer<? super TestKitSettings> settings) {
        return create(hub -> Nested_CageEndpoint.of(handler), settings);
    }

    /**
     * Returns a kit for a room object.
     */
    public static Nested_CageTestKit of(Nested_CageRoom<?, ?> room) {
        return of(room, settings -> {});
    }

    /**
     * Returns a kit for a room object, with settings.
     */
    public static Nested_CageTestKit of(Nested_CageRoom<?, ?> room,
            Consumer<? super TestKitSettings> settings) {
        return create(hub -> Nested_CageEndpoint.of(room), settings);
    }

    /**
     * Returns a kit for an endpoint that is created with the hub.
     *
     * <p>For a handler that needs the hub or an emitter: {@code hub -> Nested_CageEndpoint.of(new Service(hub))}.
     */
    public static Nested_CageTestKit create(
            Function<? super ChannelHub, ? extends ChannelEndpoint> endpoint) {
        return create(endpoint, settings -> {});
    }

    /**
     * Returns a kit for an endpoint that is created with the hub, with settings.
     *
     * <p>For a handler that needs the hub or an emitter: {@code hub -> Nested_CageEndpoint.of(new Service(hub))}.
     */
    public static Nested_CageTestKit create(
            Function<? super ChannelHub, ? extends ChannelEndpoint> endpoint,
            Consumer<? super TestKitSettings> settings) {
        return new Nested_CageTestKit(endpoint, settings);
    }

    /**
     * Returns several nodes, each with a handler of its own.
     *
     * @param count the number of nodes
     * @param handlers creates the handler of a node
     */
    public static TestNodes<Nested_CageTestKit> nodes(int count,
            Supplier<? extends Nested_CageHandler<?>> handlers) {
        return TestNodes.of(count, settings -> of(handlers.get(), settings));
    }

    /**
     * Returns several nodes, each with an endpoint that is created with its hub.
     *
     * @param count the number of nodes
     * @param endpoints creates the endpoint of a node
     */
    public static TestNodes<Nested_CageTestKit> createNodes(int count,
            Function<? super ChannelHub, ? extends ChannelEndpoint> endpoints) {
        return TestNodes.of(count, settings -> create(endpoints, settings));
    }

    /**
     * Returns the emitter of the hub. After it was used, the next call of the kit delivers.
     */
    public Nested_CageEmitter emitter() {
        return Nested_CageEmitter.of(hub());
    }

    /**
     * Connects a client to the room in the path.
     *
     * @throws dev.strait.test.RefusedHandshake if the server refuses the client
     */
    public Client connect(Nested.Cage.Room room) {
        return connect(List.of(room));
    }

    /**
     * Connects a client to the room in the path.
     *
     * @throws dev.strait.test.RefusedHandshake if the server refuses the client
     */
    public Client connect(Nested.Cage.Room room, Consumer<? super Who> who) {
        return connect(List.of(room), who);
    }

    /**
     * Connects a client to the room in the path.
     *
     * @throws dev.strait.test.RefusedHandshake if the server refuses the client
     */
    public Client connect(int cage, Nested.Cage.Kind kind) {
        return connect(List.of(new Nested.Cage.Room(cage, kind)));
    }

    /**
     * Connects a client to the room in the path.
     *
     * @throws dev.strait.test.RefusedHandshake if the server refuses the client
     */
    public Client connect(int cage, Nested.Cage.Kind kind, Consumer<? super Who> who) {
        return connect(List.of(new Nested.Cage.Room(cage, kind)), who);
    }

    @Override
    protected Client client(
            ClientConnection<Nested.Cage.Room, Nested.Cage.ToServer, Void> connection) {
        return new Client(connection);
    }

    /**
     * A virtual client.
     */
    public static final class Client extends TestClient<Nested.Cage.Room, Nested.Cage.ToServer, Void> {
        private Client(ClientConnection<Nested.Cage.Room, Nested.Cage.ToServer, Void> connection) {
            super(connection);
        }

        /**
         * Sends a message. The server checks it, so the test can send an invalid one.
         */
        public void send(Nested.Cage.ToServer message) {
            submit(message);
        }

        /**
         * Sends {@link Nested.Cage.Feed}.
         */
        public void feed(int portions) {
            submit(new Nested.Cage.Feed(portions));
        }

        /**
         * Sends {@link Nested.Cage.Look}.
         */
        public void look() {
            submit(new Nested.Cage.Look());
        }
    }
}
