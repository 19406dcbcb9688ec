package com.acme;

import dev.strait.client.ChannelClient;
import dev.strait.client.ClientBuilder;
import dev.strait.client.ClientRoom;
import dev.strait.client.Registration;
import dev.strait.client.Sent;
import java.lang.Deprecated;
import java.lang.Override;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.net.URI;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.annotation.processing.Generated;

/**
 * A client of {@link Lobby}.
 *
 * <p>A channel without rooms in its path.
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class LobbyClient extends ChannelClient<String, Lobby.ToServer, Lobby.ToClient> {
    private LobbyClient(Builder builder) {
        super(LobbyCodec.CONTRACT, builder);
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
     * Joins a room. Several joins of the same room share one membership.
     *
     * @throws dev.strait.client.ClientException with the code {@code room-invalid} if the key violates its constraints
     */
    public JoinedRoom join(String room) {
        return new JoinedRoom(this, room);
    }

    /**
     * Listens to {@link Lobby.Shouted}: Once it was said so.
     */
    @Deprecated
    public Registration onShouted(Consumer<? super Lobby.Shouted> handler) {
        return on(Lobby.Shouted.class, handler);
    }

    /**
     * Listens to {@link Lobby.Posted}.
     */
    public Registration onPosted(Consumer<? super Lobby.Posted> handler) {
        return on(Lobby.Posted.class, handler);
    }

    /**
     * Listens to {@link Lobby.Shouted}, and tells the room that it was sent to.
     */
    @Deprecated
    public Registration onShoutedIn(BiConsumer<? super Lobby.Shouted, Optional<String>> handler) {
        return on(Lobby.Shouted.class, handler);
    }

    /**
     * Listens to {@link Lobby.Posted}, and tells the room that it was sent to.
     */
    public Registration onPostedIn(BiConsumer<? super Lobby.Posted, Optional<String>> handler) {
        return on(Lobby.Posted.class, handler);
    }

    /**
     * A room that the client has joined, or wants to.
     */
    public static final class JoinedRoom extends ClientRoom<String, Lobby.ToServer, Lobby.ToClient> {
        private JoinedRoom(LobbyClient client, String room) {
            super(client, room);
        }

        /**
         * Sends a message.
         *
         * @throws dev.strait.client.ClientException with the code {@code invalid} if the message violates its contract
         * @throws NullPointerException the message or a required component is null
         * @throws IllegalArgumentException the message is an ask, or a number is not finite
         */
        public Sent send(Lobby.ToServer message) {
            return submit(message);
        }

        /**
         * Sends {@link Lobby.Post}.
         */
        public Sent post(String content) {
            return send(new Lobby.Post(content));
        }

        /**
         * Sends {@link Lobby.Shout}.
         */
        @Deprecated
        public Sent shout(String content) {
            return send(new Lobby.Shout(content));
        }

        /**
         * Listens to {@link Lobby.Shouted}: Once it was said so.
         */
        @Deprecated
        public Registration onShouted(Consumer<? super Lobby.Shouted> handler) {
            return on(Lobby.Shouted.class, handler);
        }

        /**
         * Listens to {@link Lobby.Posted}.
         */
        public Registration onPosted(Consumer<? super Lobby.Posted> handler) {
            return on(Lobby.Posted.class, handler);
        }
    }

    /**
     * Settings of a client.
     */
    public static final class Builder extends ClientBuilder<String, Lobby.ToServer, Lobby.ToClient, LobbyClient, Builder> {
        private Builder(URI base) {
            super(base);
        }

        @Override
        public LobbyClient build() {
            return new LobbyClient(this);
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
