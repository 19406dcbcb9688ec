package com.acme;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.Delivery;
import dev.strait.runtime.spi.Audience;
import dev.strait.runtime.spi.ChannelGateway;
import java.lang.Deprecated;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * Sends messages of {@link Lobby} to one or more connections.
 *
 * <p>A channel without rooms in its path.
 *
 * <p>Sending is safe from any thread and never blocks. The message is encoded once, and each connection
 * receives at most one frame. A connection whose queue is full is closed; the returned
 * {@link Delivery} counts it as dropped.
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public sealed class LobbySender {
    private final Audience<Lobby.ToClient> audience;

    LobbySender(Audience<Lobby.ToClient> audience) {
        this.audience = audience;
    }

    /**
     * Sends a message.
     *
     * @throws NullPointerException the message or a required component is null
     * @throws IllegalArgumentException the message is an ask, or a number is not finite
     */
    public Delivery emit(Lobby.ToClient message) {
        return audience.send(message);
    }

    /**
     * Sends {@link Lobby.Shouted}: Once it was said so.
     */
    @Deprecated
    public Delivery shouted(String content) {
        return emit(new Lobby.Shouted(content));
    }

    /**
     * Sends {@link Lobby.Posted}.
     */
    public Delivery posted(String from, String content) {
        return emit(new Lobby.Posted(from, content));
    }

    /**
     * Connections to send to. Immutable: each method returns a new target.
     */
    public static sealed class Target extends LobbySender {
        private final Audience<Lobby.ToClient> audience;

        Target(Audience<Lobby.ToClient> audience) {
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
        private final ChannelGateway<String, Lobby.ToClient> gateway;

        private final String room;

        RoomTarget(Audience<Lobby.ToClient> audience,
                ChannelGateway<String, Lobby.ToClient> gateway, String room) {
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

        /**
         * Makes a connection join without calling the handler's {@code join}. Returns false if the connection is unknown,
         * already a member, closed or at its limit of rooms.
         */
        public boolean join(String connectionId) {
            return gateway.join(room, connectionId);
        }

        /**
         * Makes a connection leave. Returns false if it is not a member.
         */
        public boolean leave(String connectionId) {
            return gateway.leave(room, connectionId);
        }
    }

    /**
     * All connections of one user.
     */
    public static final class UserTarget extends Target {
        private final ChannelGateway<String, Lobby.ToClient> gateway;

        private final String user;

        UserTarget(Audience<Lobby.ToClient> audience,
                ChannelGateway<String, Lobby.ToClient> gateway, String user) {
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
        private final ChannelGateway<String, Lobby.ToClient> gateway;

        private final String connectionId;

        ConnectionTarget(Audience<Lobby.ToClient> audience,
                ChannelGateway<String, Lobby.ToClient> gateway, String connectionId) {
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
