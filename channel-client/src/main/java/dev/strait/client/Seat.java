package dev.strait.client;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A place in a room, which survives reconnects. All memberships of the same room share one. Guarded by the client's lock.
 *
 * @param <R> the key of the room
 * @param <O> the messages of the server
 */
final class Seat<R, O> {

    final String name;
    final Set<Membership<R, O>> memberships = new LinkedHashSet<>();
    RoomState state = new RoomState.Joining();

    /** Whether a join was sent on this connection. */
    boolean isAsked;
    /** The id of the last join. */
    long askId;
    /** When the next join may be sent. */
    long dueAt;

    Seat(String name) {
        this.name = name;
    }

    boolean isJoined() {
        return state instanceof RoomState.Joined;
    }

    boolean isJoining() {
        return state instanceof RoomState.Joining;
    }

    void become(RoomState next) {
        state = next;
        for (Membership<R, O> membership : Set.copyOf(memberships)) {
            membership.become(next);
        }
    }
}
