package dev.strait.runtime.internal;

import dev.strait.runtime.Limits;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether one connection is open, and which rooms it is in. Joining checks "open" and adds under one lock, closing marks
 * and removes under the same lock: so no closed connection stays in a room.
 */
final class Membership<R> {

    /** What became of a join. */
    enum Join {
        NEW,
        ALREADY,
        TOO_MANY,
        CLOSED
    }

    private enum State {
        OPENING,
        OPEN,
        CLOSED
    }

    private final LiveConnection<?, R, ?, ?> connection;
    private final Connections connections;
    private final Rooms rooms;
    private final Limits limits;

    // All mutable state is guarded by this. Lock order: this, then a bin of Rooms or Connections.

    private State state = State.OPENING;
    private final Map<String, R> joined = new LinkedHashMap<>();

    Membership(LiveConnection<?, R, ?, ?> connection, Connections connections, Rooms rooms, Limits limits) {
        this.connection = connection;
        this.connections = connections;
        this.rooms = rooms;
        this.limits = limits;
    }

    /** Makes the connection known; false if it closed in the meantime. */
    synchronized boolean admit() {
        if (state != State.OPENING) {
            return false;
        }
        state = State.OPEN;
        connections.add(connection);
        return true;
    }

    synchronized Join join(String name, R key) {
        if (state != State.OPEN) {
            return Join.CLOSED;
        }
        if (joined.containsKey(name)) {
            return Join.ALREADY;
        }
        if (joined.size() >= limits.roomsPerConnection() || !rooms.join(name, connection)) {
            return Join.TOO_MANY;
        }
        joined.put(name, key);
        return Join.NEW;
    }

    /** The key of the room that was left; null if it was in no such room. */
    synchronized @Nullable R leave(String name) {
        R key = state == State.CLOSED ? null : joined.remove(name);
        if (key != null) {
            rooms.leave(name, connection);
        }
        return key;
    }

    /** Takes the connection out of everything, and remembers where it was; null if that was done before, else the rooms that it was in. */
    synchronized @Nullable Map<String, R> close() {
        if (state == State.CLOSED) {
            return null;
        }
        state = State.CLOSED;
        Map<String, R> left = new LinkedHashMap<>(joined);
        left.keySet().forEach(name -> rooms.leave(name, connection));
        connections.remove(connection);
        return left;
    }

    synchronized boolean isOpen() {
        return state == State.OPEN;
    }

    synchronized boolean isClosed() {
        return state == State.CLOSED;
    }

    /** The key of a room that it is in; null otherwise. */
    synchronized @Nullable R key(String name) {
        return joined.get(name);
    }

    /** A copy, in the order of joining. */
    synchronized Set<String> names() {
        return Collections.unmodifiableSet(new LinkedHashMap<>(joined).keySet());
    }

    /** A copy, in the order of joining. */
    synchronized List<R> keys() {
        return List.copyOf(joined.values());
    }
}
