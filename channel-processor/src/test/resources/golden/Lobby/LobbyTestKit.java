package com.acme;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.spi.ChannelEndpoint;
import dev.strait.test.ClientConnection;
import dev.strait.test.TestClient;
import dev.strait.test.TestKit;
import dev.strait.test.TestKitSettings;
import dev.strait.test.TestNodes;
import dev.strait.test.Who;
import java.lang.Deprecated;
import java.lang.Override;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.annotation.processing.Generated;

/**
 * Tests handlers of {@link Lobby} in memory.
 *
 * <p>A channel without rooms in its path.
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class LobbyTestKit extends TestKit<String, Lobby.ToServer, Lobby.ToClient, LobbyTestKit.Client> {
    private LobbyTestKit(Function<? super ChannelHub, ? extends ChannelEndpoint> endpoints,
            Consumer<? super TestKitSettings> settings) {
        super(LobbyCodec.CONTRACT, endpoints, settings);
    }

    /**
     * Returns a kit for a handler.
     */
    public static LobbyTestKit of(LobbyHandler<?> handler) {
        return of(handler, settings -> {});
    }

    /**
     * Returns a kit for a handler, with settings.
     */
    public static LobbyTestKit of(LobbyHandler<?> handler,
            Consumer<? super TestKitSettings> settings) {
        return create(hub -> LobbyEndpoint.of(handler), settings);
    }

    /**
     * Returns a kit for a room object.
     */
    public static LobbyTestKit of(LobbyRoom<?, ?> room) {
        return of(room, settings -> {});
    }

    /**
     * Returns a kit for a room object, with settings.
     */
    public static LobbyTestKit of(LobbyRoom<?, ?> room,
            Consumer<? super TestKitSettings> settings) {
        return create(hub -> LobbyEndpoint.of(room), settings);
    }

    /**
     * Returns a kit for an endpoint that is created with the hub.
     *
     * <p>For a handler that needs the hub or an emitter: {@code hub -> LobbyEndpoint.of(new Service(hub))}.
     */
    public static LobbyTestKit create(
            Function<? super ChannelHub, ? extends ChannelEndpoint> endpoint) {
        return create(endpoint, settings -> {});
    }

    /**
     * Returns a kit for an endpoint that is created with the hub, with settings.
     *
     * <p>For a handler that needs the hub or an emitter: {@code hub -> LobbyEndpoint.of(new Service(hub))}.
     */
    public static LobbyTestKit create(
            Function<? super ChannelHub, ? extends ChannelEndpoint> endpoint,
            Consumer<? super TestKitSettings> settings) {
        return new LobbyTestKit(endpoint, settings);
    }

    /**
     * Returns several nodes, each with a handler of its own.
     *
     * @param count the number of nodes
     * @param handlers creates the handler of a node
     */
    public static TestNodes<LobbyTestKit> nodes(int count,
            Supplier<? extends LobbyHandler<?>> handlers) {
        return TestNodes.of(count, settings -> of(handlers.get(), settings));
    }

    /**
     * Returns several nodes, each with an endpoint that is created with its hub.
     *
     * @param count the number of nodes
     * @param endpoints creates the endpoint of a node
     */
    public static TestNodes<LobbyTestKit> createNodes(int count,
            Function<? super ChannelHub, ? extends ChannelEndpoint> endpoints) {
        return TestNodes.of(count, settings -> create(endpoints, settings));
    }

    /**
     * Returns the emitter of the hub. After it was used, the next call of the kit delivers.
     */
    public LobbyEmitter emitter() {
        return LobbyEmitter.of(hub());
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
    protected Client client(ClientConnection<String, Lobby.ToServer, Lobby.ToClient> connection) {
        return new Client(connection);
    }

    /**
     * A virtual client.
     */
    public static final class Client extends TestClient<String, Lobby.ToServer, Lobby.ToClient> {
        private Client(ClientConnection<String, Lobby.ToServer, Lobby.ToClient> connection) {
            super(connection);
        }

        private Client(ClientConnection<String, Lobby.ToServer, Lobby.ToClient> connection,
                String room) {
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
        public List<Lobby.ToClient> receivedIn(String room) {
            return takeReceivedIn(room);
        }

        /**
         * Sends a message. The server checks it, so the test can send an invalid one.
         */
        public void send(Lobby.ToServer message) {
            submit(message);
        }

        /**
         * Sends {@link Lobby.Post}.
         */
        public void post(String content) {
            submit(new Lobby.Post(content));
        }

        /**
         * Sends {@link Lobby.Shout}.
         */
        @Deprecated
        public void shout(String content) {
            submit(new Lobby.Shout(content));
        }
    }
}
