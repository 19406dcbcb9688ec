package dev.strait.runtime.internal;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Who is in which room of one channel. A room exists exactly while it has a member. Callers hold the connection's
 * membership lock, so that a join cannot slip in behind a close.
 */
final class Rooms {

    /** One room; its own monitor orders the broadcasts to it, so that all members see them in one order. */
    static final class Room {
        private final Set<LiveConnection<?, ?, ?, ?>> members = ConcurrentHashMap.newKeySet();

        /** A live view. */
        Set<LiveConnection<?, ?, ?, ?>> members() {
            return members;
        }
    }

    /** Members change only inside {@code compute}, so a join cannot slip into a room that is being dropped. */
    private final Map<String, Room> rooms = new ConcurrentHashMap<>();

    private final AtomicInteger countOfNode;
    private final int mostOfNode;

    Rooms(AtomicInteger countOfNode, int mostOfNode) {
        this.countOfNode = countOfNode;
        this.mostOfNode = mostOfNode;
    }

    /** False if it would be a new room, and the node has as many as it may have. */
    boolean join(String name, LiveConnection<?, ?, ?, ?> member) {
        Room joined = rooms.compute(name, (key, known) -> {
            Room room = known;
            if (room == null) {
                if (countOfNode.incrementAndGet() > mostOfNode) {
                    countOfNode.decrementAndGet();
                    return null;
                }
                room = new Room();
            }
            room.members.add(member);
            return room;
        });
        return joined != null;
    }

    void leave(String name, LiveConnection<?, ?, ?, ?> member) {
        rooms.computeIfPresent(name, (key, room) -> {
            room.members.remove(member);
            if (!room.members.isEmpty()) {
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
