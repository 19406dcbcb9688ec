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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import javax.annotation.processing.Generated;

/**
 * {@link Chat} with what serves it, ready for a hub.
 *
 * <p>Team chat; one room per conversation.
 */
@Generated("dev.strait.processor.ChannelProcessor")
public final class ChatEndpoint extends ChannelEndpoint {
    /**
     * For containers that find this class by themselves: what serves it is the only provider of
     * {@link ChatHandler} or of {@link ChatRoom}.
     *
     * @throws dev.strait.runtime.ChannelDeploymentException there is none, or there are several
     */
    public ChatEndpoint() {
        this(Handlers.only(services(), ChatHandler.class, ChatRoom.class));
    }

    private ChatEndpoint(EndpointBinding<?, ?, ?, ?> binding) {
        super(binding);
    }

    /**
     * The channel with this handler, which serves all connections.
     */
    public static ChatEndpoint of(ChatHandler<?> handler) {
        return new ChatEndpoint(new Binding<>(handler));
    }

    /**
     * The channel with this room, which serves all rooms. All endpoints with it share their states.
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
     * The runtime's calls, turned into those of the handler.
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
            } else if (message instanceof Chat.Typing typing) {
                handler.onTyping(typing, connection);
                return null;
            } else {
                throw new AssertionError(message);
            }
        }

        @Override
        public void left(Chat.Room key, ChannelConnection<S, Chat.Room, Chat.ToClient> connection) {
            handler.left(key, new ChatConnection<>(connection));
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
