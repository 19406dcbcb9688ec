package com.acme;

import com.fasterxml.jackson.databind.JsonNode;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.Delivery;
import dev.strait.runtime.spi.Audience;
import dev.strait.runtime.spi.ChannelGateway;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.annotation.processing.Generated;

/**
 * Sends messages of {@link Zoo.Cage} to one or more connections.
 *
 * <p>All kinds of animals.
 *
 * <p>Sending is safe from any thread and never blocks. The message is encoded once, and each connection
 * receives at most one frame. A connection whose queue is full is closed; the returned
 * {@link Delivery} counts it as dropped.
 */
@Generated("dev.strait.processor.ChannelProcessor")
sealed class Zoo_CageSender {
    private final Audience<Zoo.Cage.ToClient> audience;

    Zoo_CageSender(Audience<Zoo.Cage.ToClient> audience) {
        this.audience = audience;
    }

    /**
     * Sends a message.
     *
     * @throws NullPointerException a required component is null
     * @throws IllegalArgumentException a number is not finite
     */
    public Delivery emit(Zoo.Cage.ToClient message) {
        return audience.send(message);
    }

    /**
     * Sends {@link Zoo.Cage.Boxes}.
     */
    public Delivery boxes(Boolean bool, Byte tiny, Short small, Integer number, Long large,
            Float rough, Double exact, Character letter) {
        return emit(new Zoo.Cage.Boxes(bool, tiny, small, number, large, rough, exact, letter));
    }

    /**
     * Sends {@link Zoo.Cage.Holders}.
     */
    public Delivery holders(List<Zoo.Cage.Holders.Line> lines, Set<Zoo.Cage.Kind> kinds,
            Map<String, Integer> scores, List<List<String>> rows,
            Map<String, List<Zoo.Cage.Holders.Line>> byName, List<Long> gaps,
            List<Zoo.Cage.Holders.Line> maybe, List<UUID> ids, JsonNode raw, List<JsonNode> raws) {
        return emit(new Zoo.Cage.Holders(lines, kinds, scores, rows, byName, gaps, maybe, ids, raw, raws));
    }

    /**
     * Sends {@link Zoo.Cage.Names}.
     */
    public Delivery names(int in, int seen, int sound, int out, int field, String value, int start,
            int before, int message) {
        return emit(new Zoo.Cage.Names(in, seen, sound, out, field, value, start, before, message));
    }

    /**
     * Connections to send to. Immutable: each method returns a new target.
     */
    public static sealed class Target extends Zoo_CageSender {
        private final Audience<Zoo.Cage.ToClient> audience;

        Target(Audience<Zoo.Cage.ToClient> audience) {
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
         * Returns this target without the connections of some users.
         */
        public Target exceptUsers(String... users) {
            return new Target(audience.exceptUsers(users));
        }
    }

    /**
     * The members of one room, with queries about this node.
     */
    public static final class RoomTarget extends Target {
        private final ChannelGateway<Zoo.Cage.Room, Zoo.Cage.ToClient> gateway;

        private final Zoo.Cage.Room room;

        RoomTarget(Audience<Zoo.Cage.ToClient> audience,
                ChannelGateway<Zoo.Cage.Room, Zoo.Cage.ToClient> gateway, Zoo.Cage.Room room) {
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
     * A single connection.
     */
    public static final class ConnectionTarget extends Target {
        private final ChannelGateway<Zoo.Cage.Room, Zoo.Cage.ToClient> gateway;

        private final String connectionId;

        ConnectionTarget(Audience<Zoo.Cage.ToClient> audience,
                ChannelGateway<Zoo.Cage.Room, Zoo.Cage.ToClient> gateway, String connectionId) {
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
         * Closes the connection after everything that is queued. Returns false if it is unknown or closing.
         */
        public boolean close(CloseReason reason) {
            return gateway.close(connectionId, reason);
        }
    }
}
