package com.acme;

import dev.strait.client.ChannelClient;
import dev.strait.client.ClientBuilder;
import dev.strait.client.Registration;
import dev.strait.client.Sent;
import java.lang.Override;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import javax.annotation.processing.Generated;

/**
 * A client of {@link Chat}.
 *
 * <p>Team chat; one room per conversation.
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class ChatClient extends ChannelClient<Chat.Room, Chat.ToServer, Chat.ToClient> {
    private ChatClient(Builder builder) {
        super(ChatCodec.CONTRACT, builder);
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
    public Sent send(Chat.ToServer message) {
        return submit(message);
    }

    /**
     * Sends {@link Chat.Say}: Somebody has something to say.
     */
    public Sent say(String text, List<String> tags) {
        return send(new Chat.Say(text, tags));
    }

    /**
     * Sends {@link Chat.Typing}.
     */
    public Sent typing(boolean on) {
        return send(new Chat.Typing(on));
    }

    /**
     * Listens to {@link Chat.Said}.
     */
    public Registration onSaid(Consumer<? super Chat.Said> handler) {
        return on(Chat.Said.class, handler);
    }

    /**
     * Listens to {@link Chat.TypingNow}.
     */
    public Registration onTypingNow(Consumer<? super Chat.TypingNow> handler) {
        return on(Chat.TypingNow.class, handler);
    }

    /**
     * Listens to {@link Chat.Announcement}.
     */
    public Registration onAnnouncement(Consumer<? super Chat.Announcement> handler) {
        return on(Chat.Announcement.class, handler);
    }

    /**
     * Settings of a client.
     */
    public static final class Builder extends ClientBuilder<Chat.Room, Chat.ToServer, Chat.ToClient, ChatClient, Builder> {
        private Builder(URI base) {
            super(base);
        }

        /**
         * Sets the room in the path. Required.
         */
        public Builder room(Chat.Room room) {
            return roomInPath(room);
        }

        /**
         * Sets the room in the path. Required.
         */
        public Builder room(String room) {
            return room(new Chat.Room(room));
        }

        @Override
        public ChatClient build() {
            return new ChatClient(this);
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
