package dev.strait.runtime.internal;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The rooms of one channel. A room exists exactly while it has a member. Callers hold the connection's membership lock, so
 * that a join cannot slip in behind a close.
 */
final class Rooms {

    /** Members change only inside {@code compute}, so a join cannot slip into a room that is being dropped. */
    private final Map<String, Room> rooms = new ConcurrentHashMap<>();

    private final AtomicInteger countOfNode;
    private final int mostOfNode;

    Rooms(AtomicInteger countOfNode, int mostOfNode) {
        this.countOfNode = countOfNode;
        this.mostOfNode = mostOfNode;
    }

    /** The member's place; null if it would be a new room, and the node has as many as it may have. */
    Room.@Nullable Seat join(String name, LiveConnection<?, ?, ?, ?> member) {
        Room.Seat[] seat = new Room.Seat[1];
        rooms.compute(name, (key, known) -> {
            Room room = known;
            if (room == null) {
                if (countOfNode.incrementAndGet() > mostOfNode) {
                    countOfNode.decrementAndGet();
                    return null;
                }
                room = new Room(key);
            }
            seat[0] = room.add(member);
            return room;
        });
        return seat[0];
    }

    void leave(Room.Seat seat) {
        rooms.computeIfPresent(seat.room().name(), (key, room) -> {
            room.remove(seat);
            if (!room.isEmpty()) {
                return room;
            }
            countOfNode.decrementAndGet();
            return null;
        });
    }

    @Nullable
    Room find(String name) {
        return rooms.get(name);
    }

    /** A live view. */
    Set<String> names() {
        return Collections.unmodifiableSet(rooms.keySet());
    }
}
