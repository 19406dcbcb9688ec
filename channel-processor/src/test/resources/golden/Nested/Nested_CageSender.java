package com.acme;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.Delivery;
import dev.strait.runtime.spi.Audience;
import dev.strait.runtime.spi.ChannelGateway;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.lang.Void;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * Sends messages of {@link Nested.Cage} to one or more connections.
 *
 * <p>All kinds of animals.
 *
 * <p>Sending is safe from any thread and never blocks. The message is encoded once, and each connection
 * receives at most one frame. A connection whose queue is full is closed; the returned
 * {@link Delivery} counts it as dropped.
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
sealed class Nested_CageSender {
    private final Audience<Void> audience;

    Nested_CageSender(Audience<Void> audience) {
        this.audience = audience;
    }

    /**
     * Connections to send to. Immutable: each method returns a new target.
     */
    public static sealed class Target extends Nested_CageSender {
        private final Audience<Void> audience;

        Target(Audience<Void> audience) {
            super(audience);
            this.audience = audience;
        }

        /**
         * Returns the union of both targets; the exclusions of either apply.
         */
        public Target and(Target others) {
            return new Target(audience.and(others.audience));
        }

        /**
         * Returns this target without some connections.
         */
        public Target except(String... connectionIds) {
            return new Target(audience.except(connectionIds));
        }

        /**
         * Returns this target without some connections.
         */
        public Target except(Collection<String> connectionIds) {
            return new Target(audience.except(connectionIds));
        }

        /**
         * Returns this target without the connections of some users.
         */
        public Target exceptUsers(String... users) {
            return new Target(audience.exceptUsers(users));
        }

        /**
         * Returns this target without the connections of some users.
         */
        public Target exceptUsers(Collection<String> users) {
            return new Target(audience.exceptUsers(users));
        }
    }

    /**
     * The members of one room, with queries about this node.
     */
    public static final class RoomTarget extends Target {
        private final ChannelGateway<Nested.Cage.Room, Void> gateway;

        private final Nested.Cage.Room room;

        RoomTarget(Audience<Void> audience, ChannelGateway<Nested.Cage.Room, Void> gateway,
                Nested.Cage.Room room) {
            super(audience);
            this.gateway = gateway;
            this.room = room;
        }

        /**
         * Returns a snapshot of the members.
         */
        public List<ConnectionInfo> members() {
            return gateway.members(room);
        }

        /**
         * Returns the number of members.
         */
        public int size() {
            return gateway.size(room);
        }
    }

    /**
     * All connections of one user.
     */
    public static final class UserTarget extends Target {
        private final ChannelGateway<Nested.Cage.Room, Void> gateway;

        private final String user;

        UserTarget(Audience<Void> audience, ChannelGateway<Nested.Cage.Room, Void> gateway,
                String user) {
            super(audience);
            this.gateway = gateway;
            this.user = user;
        }

        /**
         * Closes the connections on all nodes, after everything that is queued, such as when the user logs
         * out or loses a permission. Refuse the user in {@code open} first: a client may connect again at
         * once.
         *
         * @return how many connections the user has on this node, and how many of them this call closes. If
         *     {@code elsewhere} fails, those of other nodes are closed once they can be reached again
         * @throws IllegalArgumentException applications may not send the code
         */
        public Delivery close(CloseReason reason) {
            return gateway.closeUser(user, reason);
        }
    }

    /**
     * A single connection.
     */
    public static final class ConnectionTarget extends Target {
        private final ChannelGateway<Nested.Cage.Room, Void> gateway;

        private final String connectionId;

        ConnectionTarget(Audience<Void> audience, ChannelGateway<Nested.Cage.Room, Void> gateway,
                String connectionId) {
            super(audience);
            this.gateway = gateway;
            this.connectionId = connectionId;
        }

        /**
         * Returns a snapshot of the connection, if it is on this node.
         */
        public Optional<ConnectionInfo> info() {
            return gateway.info(connectionId);
        }

        /**
         * Closes the connection on any node, after everything that is queued.
         *
         * @return 1 connection if it is on this node, dropped if it was closing. If {@code elsewhere} fails, a
         *     connection of another node is closed once that node can be reached again
         * @throws IllegalArgumentException applications may not send the code
         */
        public Delivery close(CloseReason reason) {
            return gateway.close(connectionId, reason);
        }
    }
}
