package dev.strait.runtime.internal;

import dev.strait.runtime.Limits;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
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

    /**
     * Joins.
     *
     * @param ifNew called under the lock if the connection is a member now, so that what it notes keeps its order
     */
    synchronized Join join(String name, R key, Runnable ifNew) {
        if (state != State.OPEN) {
            return Join.CLOSED;
        }
        if (joined.containsKey(name)) {
            return Join.ALREADY;
        }
        if (isFull() || !rooms.join(name, connection)) {
            return Join.TOO_MANY;
        }
        joined.put(name, key);
        ifNew.run();
        return Join.NEW;
    }

    /**
     * Leaves.
     *
     * @param ifLeft called under the lock with the room's key, if the connection was in it
     */
    synchronized boolean leave(String name, Consumer<R> ifLeft) {
        R key = state == State.CLOSED ? null : joined.remove(name);
        if (key == null) {
            return false;
        }
        rooms.leave(name, connection);
        ifLeft.accept(key);
        return true;
    }

    /**
     * Takes the connection out of everything, and remembers where it was; false if that was done before.
     *
     * @param ifNews called under the lock
     */
    synchronized boolean close(Runnable ifNews) {
        if (state == State.CLOSED) {
            return false;
        }
        state = State.CLOSED;
        joined.keySet().forEach(name -> rooms.leave(name, connection));
        connections.remove(connection);
        ifNews.run();
        return true;
    }

    synchronized boolean isFull() {
        return joined.size() >= limits.roomsPerConnection();
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

    /** The room that it is in; null if it is in none, or in several. */
    synchronized @Nullable String onlyRoom() {
        return joined.size() == 1 ? joined.keySet().iterator().next() : null;
    }

    synchronized boolean isInRooms() {
        return !joined.isEmpty();
    }

    /** A copy, in the order of joining; of a closed connection, the rooms that it was in at last. */
    synchronized Map<String, R> rooms() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(joined));
    }
}
