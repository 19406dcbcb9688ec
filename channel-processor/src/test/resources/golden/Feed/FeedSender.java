package com.acme;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.Delivery;
import dev.strait.runtime.spi.Audience;
import dev.strait.runtime.spi.ChannelGateway;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * Sends messages of {@link Feed} to one connection or to many.
 *
 * <p>Sending never blocks, from any thread, and each connection gets a frame once at most. The frame is
 * encoded once for all. Who is too slow to take it is closed; the result says how many took it.
 */
@Generated("dev.strait.processor.ChannelProcessor")
public sealed class FeedSender {
    private final Audience<Feed.ToClient> audience;

    FeedSender(Audience<Feed.ToClient> audience) {
        this.audience = audience;
    }

    /**
     * Sends a message.
     *
     * @throws NullPointerException a component that must not be null is
     * @throws IllegalArgumentException a number is not finite
     */
    public Delivery emit(Feed.ToClient message) {
        return audience.send(message);
    }

    /**
     * Sends {@link Feed.Tick}.
     */
    public Delivery tick(long at) {
        return emit(new Feed.Tick(at));
    }

    /**
     * Connections to send to. Immutable: each method gives a new target.
     */
    public static sealed class Target extends FeedSender {
        private final Audience<Feed.ToClient> audience;

        Target(Audience<Feed.ToClient> audience) {
            super(audience);
            this.audience = audience;
        }

        /**
         * These connections and those; what either excepts is excepted.
         */
        public Target and(Target others) {
            return new Target(audience.and(others.audience));
        }

        /**
         * These without some connections.
         */
        public Target except(String... connectionIds) {
            return new Target(audience.except(connectionIds));
        }

        /**
         * These without the connections of some users.
         */
        public Target exceptUsers(String... users) {
            return new Target(audience.exceptUsers(users));
        }
    }

    /**
     * The members of one room, and the questions to ask about it on this node.
     */
    public static final class RoomTarget extends Target {
        private final ChannelGateway<String, Feed.ToClient> gateway;

        private final String room;

        RoomTarget(Audience<Feed.ToClient> audience, ChannelGateway<String, Feed.ToClient> gateway,
                String room) {
            super(audience);
            this.gateway = gateway;
            this.room = room;
        }

        /**
         * Who is in it, as of now.
         */
        public List<ConnectionInfo> members() {
            return gateway.members(room);
        }

        /**
         * How many are in it.
         */
        public int size() {
            return gateway.size(room);
        }

        /**
         * Makes a connection join, without asking the handler's {@code join}; false if there is no such connection, or
         * it is in the room already, has closed, or has reached a limit.
         */
        public boolean join(String connectionId) {
            return gateway.join(room, connectionId);
        }

        /**
         * Makes a connection leave; false if it is not in the room.
         */
        public boolean leave(String connectionId) {
            return gateway.leave(room, connectionId);
        }
    }

    /**
     * One connection.
     */
    public static final class ConnectionTarget extends Target {
        private final ChannelGateway<String, Feed.ToClient> gateway;

        private final String connectionId;

        ConnectionTarget(Audience<Feed.ToClient> audience,
                ChannelGateway<String, Feed.ToClient> gateway, String connectionId) {
            super(audience);
            this.gateway = gateway;
            this.connectionId = connectionId;
        }

        /**
         * What it is, if there is such a connection on this node.
         */
        public Optional<ConnectionInfo> info() {
            return gateway.info(connectionId);
        }

        /**
         * Closes it after what is queued; false if there is no such connection, or it is closing.
         */
        public boolean close(CloseReason reason) {
            return gateway.close(connectionId, reason);
        }
    }
}
