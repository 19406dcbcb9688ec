package com.acme;

import dev.strait.client.ChannelClient;
import dev.strait.client.ClientBuilder;
import dev.strait.client.Sent;
import java.lang.Override;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.lang.Void;
import java.net.URI;
import javax.annotation.processing.Generated;

/**
 * A client of {@link Nested.Cage}.
 *
 * <p>All kinds of animals.
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
final class Nested_CageClient extends ChannelClient<Nested.Cage.Room, Nested.Cage.ToServer, Void> {
    private Nested_CageClient(Builder builder) {
        super(Nested_CageCodec.CONTRACT, builder);
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
    public Sent send(Nested.Cage.ToServer message) {
        return submit(message);
    }

    /**
     * Sends {@link Nested.Cage.Feed}.
     */
    public Sent sendFeed(int portions) {
        return send(new Nested.Cage.Feed(portions));
    }

    /**
     * Sends {@link Nested.Cage.Look}.
     */
    public Sent look() {
        return send(new Nested.Cage.Look());
    }

    /**
     * Settings of a client.
     */
    public static final class Builder extends ClientBuilder<Nested.Cage.Room, Nested.Cage.ToServer, Void, Nested_CageClient, Builder> {
        private Builder(URI base) {
            super(base);
        }

        /**
         * Sets the room in the path. Required.
         */
        public Builder room(Nested.Cage.Room room) {
            return roomInPath(room);
        }

        /**
         * Sets the room in the path. Required.
         */
        public Builder room(int cage, Nested.Cage.Kind kind) {
            return room(new Nested.Cage.Room(cage, kind));
        }

        @Override
        public Nested_CageClient build() {
            return new Nested_CageClient(this);
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
