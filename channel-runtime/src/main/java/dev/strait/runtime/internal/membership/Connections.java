package dev.strait.runtime.internal.membership;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The admitted connections of one channel, by id and by user. Safe for all threads. */
public final class Connections<M extends Member> {

    private final Map<String, M> byId = new ConcurrentHashMap<>();
    /** A user is present exactly while the user has a connection. Sets change only inside {@code compute}. */
    private final Map<String, Set<M>> byUser = new ConcurrentHashMap<>();

    private final Occupancy occupancy;

    /** Creates the connections of a channel: none. */
    public Connections(Occupancy occupancy) {
        this.occupancy = occupancy;
    }

    /**
     * Adds a connection. Returns false if its user already has the maximum number; connections that are closing do not
     * count.
     */
    boolean add(M connection, int maxOfUser) {
        if (connection.user().isPresent() && !addToUser(connection.user().get(), connection, maxOfUser)) {
            return false;
        }
        byId.put(connection.id(), connection);
        return true;
    }

    private boolean addToUser(String user, M connection, int max) {
        Set<M> ofUser = byUser.compute(user, (name, known) -> {
            Set<M> all = known == null ? ConcurrentHashMap.newKeySet() : known;
            if (known == null) {
                occupancy.userCame(user);
            }
            if (all.size() < max || connection.isClosing() || countOpen(all) < max) {
                all.add(connection);
            }
            return all;
        });
        return ofUser.contains(connection);
    }

    private static long countOpen(Collection<? extends Member> connections) {
        return connections.stream()
                .filter(connection -> !connection.isClosing())
                .count();
    }

    void remove(M connection) {
        byId.remove(connection.id());
        connection
                .user()
                .ifPresent(user -> byUser.computeIfPresent(user, (name, known) -> {
                    known.remove(connection);
                    if (!known.isEmpty()) {
                        return known;
                    }
                    occupancy.userLeft(user);
                    return null;
                }));
    }

    public @Nullable M byId(String id) {
        return byId.get(id);
    }

    /** Returns a live view of the connections of a user. */
    public Collection<M> of(String user) {
        return byUser.getOrDefault(user, Set.of());
    }

    /** Returns a live view of all connections. */
    public Collection<M> all() {
        return Collections.unmodifiableCollection(byId.values());
    }
}
