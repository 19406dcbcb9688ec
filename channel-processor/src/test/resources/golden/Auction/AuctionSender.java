package com.acme;

import dev.strait.Ask;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.Delivery;
import dev.strait.runtime.spi.Audience;
import dev.strait.runtime.spi.ChannelGateway;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import javax.annotation.processing.Generated;

/**
 * Sends messages of {@link Auction} to one or more connections.
 *
 * <p>One lot.
 *
 * <p>Sending is safe from any thread and never blocks. The message is encoded once, and each connection
 * receives at most one frame. A connection whose queue is full is closed; the returned
 * {@link Delivery} counts it as dropped.
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public sealed class AuctionSender {
    private final Audience<Auction.ToClient> audience;

    AuctionSender(Audience<Auction.ToClient> audience) {
        this.audience = audience;
    }

    /**
     * Sends a message.
     *
     * @throws NullPointerException the message or a required component is null
     * @throws IllegalArgumentException the message is an ask, or a number is not finite
     */
    public Delivery emit(Auction.ToClient message) {
        return audience.send(message);
    }

    /**
     * Sends {@link Auction.Price}.
     */
    public Delivery price(int cents, String leader, Instant endsAt, List<Auction.Event> events) {
        return emit(new Auction.Price(cents, leader, endsAt, events));
    }

    /**
     * Connections to send to. Immutable: each method returns a new target.
     */
    public static sealed class Target extends AuctionSender {
        private final Audience<Auction.ToClient> audience;

        Target(Audience<Auction.ToClient> audience) {
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
        private final ChannelGateway<Auction.Room, Auction.ToClient> gateway;

        private final Auction.Room room;

        RoomTarget(Audience<Auction.ToClient> audience,
                ChannelGateway<Auction.Room, Auction.ToClient> gateway, Auction.Room room) {
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
        private final ChannelGateway<Auction.Room, Auction.ToClient> gateway;

        private final String user;

        UserTarget(Audience<Auction.ToClient> audience,
                ChannelGateway<Auction.Room, Auction.ToClient> gateway, String user) {
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
        private final ChannelGateway<Auction.Room, Auction.ToClient> gateway;

        private final String connectionId;

        ConnectionTarget(Audience<Auction.ToClient> audience,
                ChannelGateway<Auction.Room, Auction.ToClient> gateway, String connectionId) {
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

        /**
         * Asks the client, which must be connected to this node, and returns its answer. The stage fails with a {@link java.util.concurrent.TimeoutException} if no answer arrives in time,
         * with a {@link dev.strait.runtime.ConnectionClosedException} if the client disconnects, with a {@link dev.strait.runtime.Refusal} if the client refuses, and with a
         * {@link dev.strait.runtime.json.FrameException} if the answer violates the contract. Dependent stages run on the thread that read the answer
         * and must not block; those added by methods that end in {@code Async} run where handlers run.
         *
         * @throws IllegalArgumentException the timeout is not positive, or a number of the message is not finite
         * @throws NullPointerException a required component of the message is null
         */
        public <R, M extends Auction.ToClient & Ask<R>> CompletionStage<R> ask(M message,
                Duration timeout) {
            return gateway.ask(connectionId, message, timeout);
        }
    }
}
