package dev.strait.runtime.internal;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The rooms of one channel. A room exists exactly while it has a member. Callers hold the connection's membership lock, so
 * that a join cannot slip in behind a close.
 */
final class Rooms {

    /** Members change only inside {@code compute}, so a join cannot slip into a room that is being dropped. */
    private final Map<String, Room<LiveConnection<?, ?, ?, ?>>> rooms = new ConcurrentHashMap<>();

    private final AtomicInteger countOfNode;
    private final int mostOfNode;

    Rooms(AtomicInteger countOfNode, int mostOfNode) {
        this.countOfNode = countOfNode;
        this.mostOfNode = mostOfNode;
    }

    /** The member's place; null if it would be a new room, and the node has as many as it may have. */
    Room.@Nullable Seat<LiveConnection<?, ?, ?, ?>> join(String name, LiveConnection<?, ?, ?, ?> member) {
        AtomicReference<Room.@Nullable Seat<LiveConnection<?, ?, ?, ?>>> seat = new AtomicReference<>();
        rooms.compute(name, (key, known) -> {
            Room<LiveConnection<?, ?, ?, ?>> room = known;
            if (room == null) {
                if (countOfNode.incrementAndGet() > mostOfNode) {
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

    void leave(Room.Seat<LiveConnection<?, ?, ?, ?>> seat) {
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
    Room<LiveConnection<?, ?, ?, ?>> find(String name) {
        return rooms.get(name);
    }

    /** A live view. */
    Set<String> names() {
        return Collections.unmodifiableSet(rooms.keySet());
    }
}
