package dev.strait.runtime.internal.membership;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The rooms of one channel. A room exists exactly while it has a member. Callers hold the lock of the connection's
 * {@link Membership}, so a join cannot overtake a close.
 */
public final class Rooms<M extends Member> {

    /** Members change only inside {@code compute}, so no join enters a room that is being removed. */
    private final Map<String, Room<M>> rooms = new ConcurrentHashMap<>();

    private final Occupancy occupancy;

    /** Creates the rooms of a channel: none. */
    public Rooms(Occupancy occupancy) {
        this.occupancy = occupancy;
    }

    /** Adds a member. Returns its seat, or null if the room would be new and the maximum number of rooms exists. */
    Room.@Nullable Seat<M> join(String name, M member) {
        AtomicReference<Room.@Nullable Seat<M>> seat = new AtomicReference<>();
        rooms.compute(name, (key, known) -> {
            Room<M> room = known;
            if (room == null) {
                if (!member.roomQuota().tryAdd()) {
                    return null;
                }
                room = new Room<>(key, member.roomQuota());
                occupancy.roomBegan(key);
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
            room.quota().remove();
            occupancy.roomEnded(key);
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
