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
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.annotation.processing.Generated;

/**
 * Tests handlers of {@link Chat} in memory.
 *
 * <p>Team chat; one room per conversation.
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class ChatTestKit extends TestKit<Chat.Room, Chat.ToServer, Chat.ToClient, ChatTestKit.Client> {
    private ChatTestKit(Function<? super ChannelHub, ? extends ChannelEndpoint> endpoints,
            Consumer<? super TestKitSettings> settings) {
        super(ChatCodec.CONTRACT, endpoints, settings);
    }

    /**
     * Returns a kit for a handler.
     */
    public static ChatTestKit of(ChatHandler<?> handler) {
        return of(handler, settings -> {});
    }

    /**
     * Returns a kit for a handler, with settings.
     */
    public static ChatTestKit of(ChatHandler<?> handler,
            Consumer<? super TestKitSettings> settings) {
        return create(hub -> ChatEndpoint.of(handler), settings);
    }

    /**
     * Returns a kit for a room object.
     */
    public static ChatTestKit of(ChatRoom<?, ?> room) {
        return of(room, settings -> {});
    }

    /**
     * Returns a kit for a room object, with settings.
     */
    public static ChatTestKit of(ChatRoom<?, ?> room, Consumer<? super TestKitSettings> settings) {
        return create(hub -> ChatEndpoint.of(room), settings);
    }

    /**
     * Returns a kit for an endpoint that is created with the hub.
     *
     * <p>For a handler that needs the hub or an emitter: {@code hub -> ChatEndpoint.of(new Service(hub))}.
     */
    public static ChatTestKit create(
            Function<? super ChannelHub, ? extends ChannelEndpoint> endpoint) {
        return create(endpoint, settings -> {});
    }

    /**
     * Returns a kit for an endpoint that is created with the hub, with settings.
     *
     * <p>For a handler that needs the hub or an emitter: {@code hub -> ChatEndpoint.of(new Service(hub))}.
     */
    public static ChatTestKit create(
            Function<? super ChannelHub, ? extends ChannelEndpoint> endpoint,
            Consumer<? super TestKitSettings> settings) {
        return new ChatTestKit(endpoint, settings);
    }

    /**
     * Returns several nodes, each with a handler of its own.
     *
     * @param count the number of nodes
     * @param handlers creates the handler of a node
     */
    public static TestNodes<ChatTestKit> nodes(int count,
            Supplier<? extends ChatHandler<?>> handlers) {
        return TestNodes.of(count, settings -> of(handlers.get(), settings));
    }

    /**
     * Returns several nodes, each with an endpoint that is created with its hub.
     *
     * @param count the number of nodes
     * @param endpoints creates the endpoint of a node
     */
    public static TestNodes<ChatTestKit> createNodes(int count,
            Function<? super ChannelHub, ? extends ChannelEndpoint> endpoints) {
        return TestNodes.of(count, settings -> create(endpoints, settings));
    }

    /**
     * Returns the emitter of the hub. After it was used, the next call of the kit delivers.
     */
    public ChatEmitter emitter() {
        return ChatEmitter.of(hub());
    }

    /**
     * Connects a client to the room in the path.
     *
     * @throws dev.strait.test.RefusedHandshake if the server refuses the client
     */
    public Client connect(Chat.Room room) {
        return connect(List.of(room));
    }

    /**
     * Connects a client to the room in the path.
     *
     * @throws dev.strait.test.RefusedHandshake if the server refuses the client
     */
    public Client connect(Chat.Room room, Consumer<? super Who> who) {
        return connect(List.of(room), who);
    }

    /**
     * Connects a client to the room in the path.
     *
     * @throws dev.strait.test.RefusedHandshake if the server refuses the client
     */
    public Client connect(String room) {
        return connect(List.of(new Chat.Room(room)));
    }

    /**
     * Connects a client to the room in the path.
     *
     * @throws dev.strait.test.RefusedHandshake if the server refuses the client
     */
    public Client connect(String room, Consumer<? super Who> who) {
        return connect(List.of(new Chat.Room(room)), who);
    }

    @Override
    protected Client client(ClientConnection<Chat.Room, Chat.ToServer, Chat.ToClient> connection) {
        return new Client(connection);
    }

    /**
     * A virtual client.
     */
    public static final class Client extends TestClient<Chat.Room, Chat.ToServer, Chat.ToClient> {
        private Client(ClientConnection<Chat.Room, Chat.ToServer, Chat.ToClient> connection) {
            super(connection);
        }

        /**
         * Sends a message. The server checks it, so the test can send an invalid one.
         */
        public void send(Chat.ToServer message) {
            submit(message);
        }

        /**
         * Sends {@link Chat.Say}: Somebody has something to say.
         */
        public void say(String text, List<String> tags) {
            submit(new Chat.Say(text, tags));
        }

        /**
         * Sends {@link Chat.Typing}.
         */
        public void typing(boolean on) {
            submit(new Chat.Typing(on));
        }
    }
}
