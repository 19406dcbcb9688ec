package com.acme;

import dev.strait.client.ChannelClient;
import dev.strait.client.ClientBuilder;
import dev.strait.client.ClientRoom;
import dev.strait.client.Registration;
import java.lang.Override;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.lang.Void;
import java.net.URI;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.annotation.processing.Generated;

/**
 * A client of {@link Feed}.
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class FeedClient extends ChannelClient<String, Void, Feed.ToClient> {
    private FeedClient(Builder builder) {
        super(FeedCodec.CONTRACT, builder);
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
     * Listens to {@link Feed.Tick}.
     */
    public Registration onTick(Consumer<? super Feed.Tick> handler) {
        return on(Feed.Tick.class, handler);
    }

    /**
     * Listens to {@link Feed.Tick}, and tells the room that it was sent to.
     */
    public Registration onTickIn(BiConsumer<? super Feed.Tick, Optional<String>> handler) {
        return on(Feed.Tick.class, handler);
    }

    /**
     * A room that the client has joined, or wants to.
     */
    public static final class JoinedRoom extends ClientRoom<String, Void, Feed.ToClient> {
        private JoinedRoom(FeedClient client, String room) {
            super(client, room);
        }

        /**
         * Listens to {@link Feed.Tick}.
         */
        public Registration onTick(Consumer<? super Feed.Tick> handler) {
            return on(Feed.Tick.class, handler);
        }
    }

    /**
     * Settings of a client.
     */
    public static final class Builder extends ClientBuilder<String, Void, Feed.ToClient, FeedClient, Builder> {
        private Builder(URI base) {
            super(base);
        }

        @Override
        public FeedClient build() {
            return new FeedClient(this);
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
