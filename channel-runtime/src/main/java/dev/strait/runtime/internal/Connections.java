package dev.strait.runtime.internal;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The admitted connections of one channel, by id and by user. */
final class Connections {

    private final Map<String, LiveConnection<?, ?, ?, ?>> byId = new ConcurrentHashMap<>();
    /** Sets change only inside {@code compute}; a user is here exactly while he has a connection. */
    private final Map<String, Set<LiveConnection<?, ?, ?, ?>>> byUser = new ConcurrentHashMap<>();

    /** Adds one; false if its user has as many as he may have, without those that are gone but for what they sent. */
    boolean add(LiveConnection<?, ?, ?, ?> connection, int mostOfUser) {
        if (connection.user().isPresent() && !addToUser(connection.user().get(), connection, mostOfUser)) {
            return false;
        }
        byId.put(connection.id(), connection);
        return true;
    }

    private boolean addToUser(String user, LiveConnection<?, ?, ?, ?> connection, int most) {
        Set<LiveConnection<?, ?, ?, ?>> ofUser = byUser.compute(user, (name, known) -> {
            Set<LiveConnection<?, ?, ?, ?>> all = known == null ? ConcurrentHashMap.newKeySet() : known;
            if (all.size() < most || connection.isClosing() || countLive(all) < most) {
                all.add(connection);
            }
            return all;
        });
        return ofUser.contains(connection);
    }

    private static long countLive(Collection<LiveConnection<?, ?, ?, ?>> connections) {
        return connections.stream()
                .filter(connection -> !connection.isClosing())
                .count();
    }

    void remove(LiveConnection<?, ?, ?, ?> connection) {
        byId.remove(connection.id());
        connection
                .user()
                .ifPresent(user -> byUser.computeIfPresent(user, (name, known) -> {
                    known.remove(connection);
                    return known.isEmpty() ? null : known;
                }));
    }

    @Nullable
    LiveConnection<?, ?, ?, ?> byId(String id) {
        return byId.get(id);
    }

    /** A live view. */
    Collection<LiveConnection<?, ?, ?, ?>> of(String user) {
        return byUser.getOrDefault(user, Set.of());
    }

    /** A live view. */
    Collection<LiveConnection<?, ?, ?, ?>> all() {
        return Collections.unmodifiableCollection(byId.values());
    }
}
