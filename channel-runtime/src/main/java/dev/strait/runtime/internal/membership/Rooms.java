package dev.strait.runtime.internal.membership;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The rooms of one channel. A room exists exactly while it has a member. Callers hold the lock of the connection's
 * {@link Membership}, so a join cannot overtake a close.
 */
public final class Rooms<M> {

    /** Members change only inside {@code compute}, so no join enters a room that is being removed. */
    private final Map<String, Room<M>> rooms = new ConcurrentHashMap<>();

    private final AtomicInteger countOfNode;
    private final int maxOfNode;

    public Rooms(AtomicInteger countOfNode, int maxOfNode) {
        this.countOfNode = countOfNode;
        this.maxOfNode = maxOfNode;
    }

    /** Adds a member. Returns its seat, or null if the room would be new and the node has the maximum number of rooms. */
    Room.@Nullable Seat<M> join(String name, M member) {
        AtomicReference<Room.@Nullable Seat<M>> seat = new AtomicReference<>();
        rooms.compute(name, (key, known) -> {
            Room<M> room = known;
            if (room == null) {
                if (countOfNode.incrementAndGet() > maxOfNode) {
                    countOfNode.decrementAndGet();
                    return null;
                }
                room = new Room<>(key);
            }
            seat.set(room.add(member));
            return room;
        });
        return seat.get();
    }

    void leave(Room.Seat<M> seat) {
        rooms.computeIfPresent(seat.room().name(), (key, room) -> {
            room.remove(seat);
            if (!room.isEmpty()) {
                return room;
            }
            countOfNode.decrementAndGet();
            return null;
        });
    }

    /** Returns a room; null if it has no member. */
    public @Nullable Room<M> find(String name) {
        return rooms.get(name);
    }

    /** Returns a live view of the names. */
    public Set<String> names() {
        return Collections.unmodifiableSet(rooms.keySet());
    }
}
