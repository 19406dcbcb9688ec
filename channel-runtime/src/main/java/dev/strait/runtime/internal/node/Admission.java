package dev.strait.runtime.internal.node;

import dev.strait.runtime.Limits;
import dev.strait.runtime.internal.handshake.ClientAddress;
import dev.strait.runtime.internal.membership.RetentionQuota;
import dev.strait.runtime.internal.work.TokenBucket;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts handshakes, connections and rooms against the limits of the node, and against the share of one address, which is
 * half of each. Safe for all threads.
 */
final class Admission {

    /** Why a handshake is refused. */
    enum Refused {
        RATE,
        RATE_OF_ADDRESS,
        CONNECTIONS,
        CONNECTIONS_OF_ADDRESS
    }

    private final int maxHandshakes;
    private final int maxConnections;
    private final int maxRooms;
    private final LongSupplier nanoTime;
    private final TokenBucket handshakes;
    private final AtomicInteger connections = new AtomicInteger();
    /** Those with members. */
    private final AtomicInteger rooms = new AtomicInteger();
    /** Those without members. They must make room, so they do not count when a client joins. */
    private final AtomicInteger kept = new AtomicInteger();
    /** By network. An entry is used and removed only inside {@code compute}, or while one of its connections is open. */
    private final Map<String, Share> shares = new ConcurrentHashMap<>();

    Admission(Limits limits, int maxConnections, LongSupplier nanoTime) {
        this.maxHandshakes = limits.maxHandshakesPerSecond();
        this.maxConnections = maxConnections;
        this.maxRooms = limits.maxRoomsPerNode();
        this.nanoTime = nanoTime;
        this.handshakes = new TokenBucket(maxHandshakes, maxHandshakes, nanoTime.getAsLong());
    }

    /**
     * Counts a handshake.
     *
     * @param client the address of the client; null if it is not known
     * @return why it is refused; empty if it is not
     */
    Optional<Refused> countHandshake(@Nullable ClientAddress client) {
        Refused refused = null;
        if (connections.get() >= maxConnections) {
            refused = Refused.CONNECTIONS;
        } else if (client != null) {
            refused = refusedShare(client);
        }
        if (refused == null && !handshakes.take(nanoTime.getAsLong())) {
            refused = Refused.RATE;
        }
        return Optional.ofNullable(refused);
    }

    private @Nullable Refused refusedShare(ClientAddress client) {
        AtomicReference<@Nullable Refused> refused = new AtomicReference<>();
        shares.compute(client.network(), (network, known) -> {
            Share used = known == null ? new Share(network) : known;
            refused.set(used.countHandshake());
            return used;
        });
        return refused.get();
    }

    /** Counts a connection until {@link Seat#leave} is called. */
    Seat connected(@Nullable ClientAddress client) {
        connections.incrementAndGet();
        if (client == null) {
            return new Seat(null);
        }
        Share share = shares.compute(client.network(), (network, known) -> {
            Share used = known == null ? new Share(network) : known;
            used.connections.incrementAndGet();
            return used;
        });
        return new Seat(share);
    }

    /** Forgets addresses that have been quiet for a while. Called by the timer. */
    void tick() {
        long now = nanoTime.getAsLong();
        shares.keySet()
                .forEach(network ->
                        shares.computeIfPresent(network, (key, share) -> share.isUnused(now) ? null : share));
    }

    /** Returns the number of addresses that are remembered. */
    int networks() {
        return shares.size();
    }

    /** Returns the quota of rooms that calls from outside create, for which no address answers. */
    RetentionQuota roomsOfCalls() {
        return new Seat(null);
    }

    private static boolean tryAdd(AtomicInteger count, int max) {
        if (count.incrementAndGet() > max) {
            count.decrementAndGet();
            return false;
        }
        return true;
    }

    private static int half(int limit) {
        return Math.max(1, limit / 2);
    }

    /** What one address uses. */
    private final class Share {

        private final String network;
        private final TokenBucket handshakes =
                new TokenBucket(half(maxHandshakes), half(maxHandshakes), nanoTime.getAsLong());
        private final AtomicInteger connections = new AtomicInteger();
        private final AtomicInteger rooms = new AtomicInteger();
        /** Changes only inside {@code compute}, because a room may be kept after the last connection has ended. */
        private int kept;

        private Share(String network) {
            this.network = network;
        }

        @Nullable
        Refused countHandshake() {
            if (connections.get() >= half(maxConnections)) {
                return Refused.CONNECTIONS_OF_ADDRESS;
            }
            return handshakes.take(nanoTime.getAsLong()) ? null : Refused.RATE_OF_ADDRESS;
        }

        boolean tryKeep() {
            AtomicBoolean isCounted = new AtomicBoolean();
            shares.compute(network, (any, known) -> {
                Share used = known == null ? this : known;
                isCounted.set(used.kept < half(half(maxRooms)));
                used.kept += isCounted.get() ? 1 : 0;
                return used;
            });
            return isCounted.get();
        }

        void endKeeping() {
            shares.computeIfPresent(network, (any, known) -> {
                known.kept--;
                return known;
            });
        }

        boolean isUnused(long now) {
            return connections.get() == 0 && rooms.get() == 0 && kept == 0 && handshakes.isFull(now);
        }
    }

    /** One connection, and the rooms that it creates. */
    final class Seat implements RetentionQuota {

        private final @Nullable Share share;

        private Seat(@Nullable Share share) {
            this.share = share;
        }

        void leave() {
            connections.decrementAndGet();
            if (share != null) {
                share.connections.decrementAndGet();
            }
        }

        @Override
        public boolean tryAdd() {
            if (!Admission.tryAdd(rooms, maxRooms)) {
                return false;
            }
            if (share != null && !Admission.tryAdd(share.rooms, half(maxRooms))) {
                rooms.decrementAndGet();
                return false;
            }
            return true;
        }

        @Override
        public void remove() {
            rooms.decrementAndGet();
            if (share != null) {
                share.rooms.decrementAndGet();
            }
        }

        /** Rooms that are kept may take half of all rooms, and those that one address has created half of that. */
        @Override
        public boolean tryKeep() {
            boolean isRoom = rooms.get() + kept.get() < maxRooms && Admission.tryAdd(kept, half(maxRooms));
            if (isRoom && share != null && !share.tryKeep()) {
                kept.decrementAndGet();
                return false;
            }
            return isRoom;
        }

        @Override
        public void endKeeping() {
            kept.decrementAndGet();
            if (share != null) {
                share.endKeeping();
            }
        }
    }
}
