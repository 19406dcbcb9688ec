package com.acme;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.spi.ChannelBinding;
import dev.strait.runtime.spi.ChannelConnection;
import dev.strait.runtime.spi.ChannelContract;
import dev.strait.runtime.spi.ChannelEndpoint;
import dev.strait.runtime.spi.DeploymentListener;
import dev.strait.runtime.spi.EndpointBinding;
import dev.strait.runtime.spi.Handlers;
import java.lang.AssertionError;
import java.lang.Object;
import java.lang.Override;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import javax.annotation.processing.Generated;

/**
 * The endpoint of {@link Chat} with its handler or room, to be added to a hub.
 *
 * <p>Team chat; one room per conversation.
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class ChatEndpoint extends ChannelEndpoint {
    /**
     * Creates the endpoint for a container that finds this class by scanning. The handler or room is the only
     * service provider of {@link ChatHandler} or {@link ChatRoom}.
     *
     * @throws dev.strait.runtime.ChannelDeploymentException there is no provider, or more than one
     */
    public ChatEndpoint() {
        this(Handlers.only(services(), ChatHandler.class, ChatRoom.class));
    }

    private ChatEndpoint(EndpointBinding<?, ?, ?, ?> binding) {
        super(binding);
    }

    /**
     * Returns an endpoint whose connections all use this handler.
     */
    public static ChatEndpoint of(ChatHandler<?> handler) {
        return new ChatEndpoint(new Binding<>(handler));
    }

    /**
     * Returns an endpoint whose rooms are those of this object. All endpoints with the same object share them.
     */
    public static ChatEndpoint of(ChatRoom<?, ?> room) {
        return new ChatEndpoint(new ChatRooms.Binding<>(room));
    }

    private static List<EndpointBinding<?, ?, ?, ?>> services() {
        List<EndpointBinding<?, ?, ?, ?>> found = new ArrayList<>();
        for (ChatHandler<?> handler : ServiceLoader.load(ChatHandler.class)) {
            found.add(new Binding<>(handler));
        }
        for (ChatRoom<?, ?> room : ServiceLoader.load(ChatRoom.class)) {
            found.add(new ChatRooms.Binding<>(room));
        }
        return found;
    }

    /**
     * Passes the calls of the runtime on to the handler.
     */
    private static final class Binding<S> implements ChannelBinding<S, Chat.Room, Chat.ToServer, Chat.ToClient>, DeploymentListener {
        private final ChatHandler<S> handler;

        Binding(ChatHandler<S> handler) {
            this.handler = handler;
        }

        @Override
        public Object application() {
            return handler;
        }

        @Override
        public ChannelContract<Chat.Room, Chat.ToServer, Chat.ToClient> contract() {
            return ChatCodec.CONTRACT;
        }

        @Override
        public S open(Chat.Room key, Handshake handshake) {
            return handler.open(key, handshake);
        }

        @Override
        public Optional<String> user(S state, Handshake handshake) {
            return handler.user(state, handshake);
        }

        @Override
        public void join(Chat.Room key, ChannelConnection<S, Chat.Room, Chat.ToClient> connection) {
            handler.join(key, new ChatConnection<>(connection));
        }

        @Override
        public void joined(Chat.Room key,
                ChannelConnection<S, Chat.Room, Chat.ToClient> connection) {
            handler.joined(key, new ChatConnection<>(connection));
        }

        @Override
        public Object receive(Chat.ToServer message,
                ChannelConnection<S, Chat.Room, Chat.ToClient> from) {
            ChatConnection<S> connection = new ChatConnection<>(from);
            if (message instanceof Chat.Say say) {
                handler.onSay(say, connection);
                return null;
            }
            if (message instanceof Chat.Typing typing) {
                handler.onTyping(typing, connection);
                return null;
            }
            throw new AssertionError("Unknown type: " + message.getClass());
        }

        @Override
        public void left(Chat.Room key, ChannelConnection<S, Chat.Room, Chat.ToClient> connection) {
            handler.left(key, new ChatConnection<>(connection));
        }

        @Override
        public void reauthenticated(ChannelConnection<S, Chat.Room, Chat.ToClient> connection,
                String token) {
            handler.reauthenticated(new ChatConnection<>(connection), token);
        }

        @Override
        public void closed(ChannelConnection<S, Chat.Room, Chat.ToClient> connection,
                CloseReason reason) {
            handler.closed(new ChatConnection<>(connection), reason);
        }

        @Override
        public void deployed(ChannelHub hub) {
            handler.deployed(hub);
        }
    }
}
