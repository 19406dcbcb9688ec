package dev.strait.runtime.internal.membership;

import dev.strait.runtime.internal.foreign.Log;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Whether one connection is admitted, and which rooms it is in. A join checks that the connection is open and adds it under
 * one lock, and a close marks it and removes it under the same lock, so a closed connection never stays in a room.
 *
 * <p>Each change has a callback. Callbacks run after the lock is released, one at a time and in the order of the changes:
 * on the thread of the change, or on a thread that still runs earlier ones.
 *
 * @param <R> the room key
 * @param <M> the connection
 */
public final class Membership<R, M extends Member> {

    private static final Log LOG = Log.of(Membership.class);

    /** The outcome of a join. */
    public enum Join {
        NEW,
        ALREADY,
        TOO_MANY,
        CLOSED
    }

    /** The outcome of an admission. */
    public enum Admission {
        ADMITTED,
        TOO_MANY,
        CLOSED
    }

    /** The directories of one channel. */
    public record Directory<M extends Member>(Connections<M> connections, Rooms<M> rooms) {}

    private record Stay<R, M>(String name, R key, Room.Seat<M> seat) {}

    private enum State {
        OPENING,
        OPEN,
        CLOSED
    }

    private final M member;
    private final Directory<M> directory;
    private final int maxRooms;

    // All mutable state is guarded by this. Lock order: this, then a bin of Rooms or Connections, then a Room.

    private State state = State.OPENING;
    /** In the order of joining. Most connections are in one room, and few are in many. */
    private final List<Stay<R, M>> stays = new ArrayList<>(1);

    /** Callbacks of changes that have happened; null while there are none, which is nearly always. */
    private @Nullable Deque<Runnable> callbacks;

    /** Whether a thread runs callbacks. */
    private boolean isRunning;

    /** The number of joins and leaves that the handler will learn of by events that have not begun. */
    private int pendingReports;

    /** Also read without the lock, by callers that hold a room's. */
    private volatile boolean hasSeveralRooms;

    /**
     * Creates the membership of a connection that is opening.
     *
     * @param maxRooms the maximum number of rooms of the connection
     */
    public Membership(M member, Directory<M> directory, int maxRooms) {
        this.member = member;
        this.directory = directory;
        this.maxRooms = maxRooms;
    }

    /** Adds the connection to the directory, unless it has closed or its user has the maximum number of connections. */
    public synchronized Admission admit(int maxOfUser) {
        if (state != State.OPENING) {
            return Admission.CLOSED;
        }
        if (!directory.connections().add(member, maxOfUser)) {
            return Admission.TOO_MANY;
        }
        state = State.OPEN;
        return Admission.ADMITTED;
    }

    /**
     * Joins a room.
     *
     * @param whenNew the callback if the connection became a member
     * @param whenAlready the callback if it was one
     */
    public Join join(String name, R key, Runnable whenNew, Runnable whenAlready) {
        Join outcome;
        synchronized (this) {
            outcome = tryJoin(name, key);
            if (outcome == Join.NEW) {
                add(whenNew);
            } else if (outcome == Join.ALREADY) {
                add(whenAlready);
            }
        }
        runCallbacks();
        return outcome;
    }

    private Join tryJoin(String name, R key) {
        if (state != State.OPEN) {
            return Join.CLOSED;
        }
        if (find(name) != null) {
            return Join.ALREADY;
        }
        expectRooms(stays.size() + 1); // before broadcasts to the room see it
        Room.Seat<M> seat = isFull() ? null : directory.rooms().join(name, member);
        if (seat == null) {
            return Join.TOO_MANY;
        }
        stays.add(new Stay<>(seat.room().name(), key, seat));
        return Join.NEW;
    }

    /**
     * Runs a callback in the order of the changes if the connection is in a room. Returns false if it is not.
     *
     * @param whenMember the callback
     */
    public boolean runIfMember(String name, Runnable whenMember) {
        synchronized (this) {
            if (find(name) == null) {
                return false;
            }
            add(whenMember);
        }
        runCallbacks();
        return true;
    }

    /**
     * Leaves a room. Returns false if the connection was not in it.
     *
     * @param whenLeft the callback, with the key of the room
     */
    public boolean leave(String name, Consumer<? super R> whenLeft) {
        synchronized (this) {
            Stay<R, M> stay = state == State.CLOSED ? null : find(name);
            if (stay == null) {
                return false;
            }
            stays.remove(stay);
            directory.rooms().leave(stay.seat());
            add(() -> whenLeft.accept(stay.key()));
        }
        runCallbacks();
        return true;
    }

    /**
     * Removes the connection from the directory and from all rooms; {@link #rooms} still returns where it was. Does nothing
     * if that was done before.
     *
     * @param whenClosed the callback
     */
    public void close(Runnable whenClosed) {
        synchronized (this) {
            if (state == State.CLOSED) {
                return;
            }
            state = State.CLOSED;
            stays.forEach(stay -> directory.rooms().leave(stay.seat()));
            directory.connections().remove(member);
            add(whenClosed);
        }
        runCallbacks();
    }

    private void add(Runnable callback) {
        if (callbacks == null) {
            callbacks = new ArrayDeque<>(1);
        }
        callbacks.add(callback);
    }

    private void runCallbacks() {
        for (Runnable next = firstCallback(); next != null; next = nextCallback()) {
            try {
                next.run();
            } catch (Throwable unexpected) {
                LOG.error("A change of the rooms of connection " + member.id() + " failed.", unexpected);
            }
        }
    }

    private synchronized @Nullable Runnable firstCallback() {
        return isRunning ? null : nextCallback();
    }

    private synchronized @Nullable Runnable nextCallback() {
        Runnable next = callbacks == null ? null : callbacks.poll();
        if (callbacks != null && callbacks.isEmpty()) {
            callbacks = null;
        }
        isRunning = next != null;
        return next;
    }

    /** Whether the handler knows of all joins and leaves, or is being called for the last one. */
    public synchronized boolean isReportedCompletely() {
        return pendingReports == 0;
    }

    /** Records that an event will report one more join or leave to the handler. */
    public synchronized void addReport() {
        pendingReports++;
    }

    /** Records that such an event has begun. */
    public synchronized void beginReport() {
        pendingReports--;
    }

    public synchronized boolean isFull() {
        return stays.size() >= maxRooms;
    }

    public synchronized boolean isOpen() {
        return state == State.OPEN;
    }

    public synchronized boolean isClosed() {
        return state == State.CLOSED;
    }

    /** Returns the key of a room that the connection is in; null otherwise. */
    public synchronized @Nullable R key(String name) {
        Stay<R, M> stay = find(name);
        return stay == null ? null : stay.key();
    }

    /** Returns the room that the connection is in; null if it is in none or in several. */
    public synchronized @Nullable String onlyRoom() {
        return stays.size() == 1 ? stays.get(0).name() : null;
    }

    /** Returns the room that the connection joined first; null if it is in none. */
    public synchronized @Nullable String firstRoom() {
        return stays.isEmpty() ? null : stays.get(0).name();
    }

    /** Records that the connection has requested a number of rooms, or is in that many. */
    public void expectRooms(int rooms) {
        if (rooms > 1) {
            hasSeveralRooms = true;
        }
    }

    /** Whether the client has to tell rooms apart: the connection is or was in several, or has requested several. */
    public boolean hasSeveralRooms() {
        return hasSeveralRooms;
    }

    public synchronized boolean isInRooms() {
        return !stays.isEmpty();
    }

    /** Returns a copy, in the order of joining; for a closed connection, the rooms that it was in when it closed. */
    public synchronized Map<String, R> rooms() {
        Map<String, R> copy = new LinkedHashMap<>();
        stays.forEach(stay -> copy.put(stay.name(), stay.key()));
        return Collections.unmodifiableMap(copy);
    }

    private @Nullable Stay<R, M> find(String name) {
        for (Stay<R, M> stay : stays) {
            if (stay.name().equals(name)) {
                return stay;
            }
        }
        return null;
    }
}
