package dev.strait.runtime.internal;

import dev.strait.runtime.Limits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
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

    /** What became of a connection that the handler let in. */
    enum Admission {
        ADMITTED,
        TOO_MANY,
        CLOSED
    }

    /** In a room. */
    private record Stay<R>(String name, R key, Room.Seat<LiveConnection<?, ?, ?, ?>> seat) {}

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
    /** In the order of joining. Most connections are in one room, and none in many. */
    private final List<Stay<R>> stays = new ArrayList<>(1);

    /** Joins and leaves that the handler is told of by events which have not begun. */
    private int untold;

    /** Also read without the lock, by those who hold a room's. */
    private volatile boolean hasSeveralRooms;

    Membership(LiveConnection<?, R, ?, ?> connection, Connections connections, Rooms rooms, Limits limits) {
        this.connection = connection;
        this.connections = connections;
        this.rooms = rooms;
        this.limits = limits;
    }

    /** Makes the connection known, unless its user has as many as he may have. */
    synchronized Admission admit(int mostOfUser) {
        if (state != State.OPENING) {
            return Admission.CLOSED;
        }
        if (!connections.add(connection, mostOfUser)) {
            return Admission.TOO_MANY;
        }
        state = State.OPEN;
        return Admission.ADMITTED;
    }

    /**
     * Joins.
     *
     * @param ifNew called under the lock if the connection is a member now, so that what it notes keeps its order
     * @param ifAlready called under the lock if it was one
     */
    synchronized Join join(String name, R key, Runnable ifNew, Runnable ifAlready) {
        if (state != State.OPEN) {
            return Join.CLOSED;
        }
        if (find(name) != null) {
            ifAlready.run();
            return Join.ALREADY;
        }
        willBeIn(stays.size() + 1); // before the room shows it to broadcasts
        Room.Seat<LiveConnection<?, ?, ?, ?>> seat = isFull() ? null : rooms.join(name, connection);
        if (seat == null) {
            return Join.TOO_MANY;
        }
        stays.add(new Stay<>(seat.room().name(), key, seat));
        ifNew.run();
        return Join.NEW;
    }

    /**
     * Leaves.
     *
     * @param ifLeft called under the lock with the room's key, if the connection was in it
     */
    synchronized boolean leave(String name, Consumer<R> ifLeft) {
        Stay<R> stay = state == State.CLOSED ? null : find(name);
        if (stay == null) {
            return false;
        }
        stays.remove(stay);
        rooms.leave(stay.seat());
        ifLeft.accept(stay.key());
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
        stays.forEach(stay -> rooms.leave(stay.seat()));
        connections.remove(connection);
        ifNews.run();
        return true;
    }

    /** Whether the handler knows of all joins and leaves, or is being told of the last. */
    synchronized boolean isAllTold() {
        return untold == 0;
    }

    /** An event will tell the handler of one more. */
    synchronized void isToBeTold() {
        untold++;
    }

    /** The event has begun. */
    synchronized void isTold() {
        untold--;
    }

    synchronized boolean isFull() {
        return stays.size() >= limits.maxRoomsPerConnection();
    }

    synchronized boolean isOpen() {
        return state == State.OPEN;
    }

    synchronized boolean isClosed() {
        return state == State.CLOSED;
    }

    /**
     * Whether it is in a room.
     *
     * @param ifSo called under the lock if it is
     */
    synchronized boolean isMember(String name, Runnable ifSo) {
        boolean isMember = find(name) != null;
        if (isMember) {
            ifSo.run();
        }
        return isMember;
    }

    /** The key of a room that it is in; null otherwise. */
    synchronized @Nullable R key(String name) {
        Stay<R> stay = find(name);
        return stay == null ? null : stay.key();
    }

    /** The room that it is in; null if it is in none, or in several. */
    synchronized @Nullable String onlyRoom() {
        return stays.size() == 1 ? stays.get(0).name() : null;
    }

    /** The room that it has been in for longest; null if it is in none. */
    synchronized @Nullable String firstRoom() {
        return stays.isEmpty() ? null : stays.get(0).name();
    }

    /** It has asked for so many rooms, or is in as many. */
    void willBeIn(int rooms) {
        if (rooms > 1) {
            hasSeveralRooms = true;
        }
    }

    /** Whether it is in several rooms, was, or has asked for them, so that its client has to tell them apart. */
    boolean hasSeveralRooms() {
        return hasSeveralRooms;
    }

    synchronized boolean isInRooms() {
        return !stays.isEmpty();
    }

    /** A copy, in the order of joining; of a closed connection, the rooms that it was in at last. */
    synchronized Map<String, R> rooms() {
        Map<String, R> copy = new LinkedHashMap<>();
        stays.forEach(stay -> copy.put(stay.name(), stay.key()));
        return Collections.unmodifiableMap(copy);
    }

    private @Nullable Stay<R> find(String name) {
        for (Stay<R> stay : stays) {
            if (stay.name().equals(name)) {
                return stay;
            }
        }
        return null;
    }
}
