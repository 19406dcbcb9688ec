package dev.strait.runtime.internal.membership;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The members of one room. Its monitor orders broadcasts, so that all members receive them in the same order. While it
 * is held, no code outside the runtime is called. Joining and leaving take constant time.
 *
 * @param <M> the members
 */
public final class Room<M> {

    private static final int MIN_CAPACITY = 4;

    /** The position of one member. Only its membership keeps it. */
    static final class Seat<M> {
        private final Room<M> room;
        private final M member;
        /** Guarded by the room. */
        private int index;

        private Seat(Room<M> room, M member, int index) {
            this.room = room;
            this.member = member;
            this.index = index;
        }

        Room<M> room() {
            return room;
        }
    }

    private final String name;
    private final RoomQuota quota;

    // Guarded by this.

    private @Nullable Seat<M>[] seats = array(MIN_CAPACITY);
    private int size;

    /**
     * Creates an empty room.
     *
     * @param quota what it counts against
     */
    Room(String name, RoomQuota quota) {
        this.name = name;
        this.quota = quota;
    }

    RoomQuota quota() {
        return quota;
    }

    String name() {
        return name;
    }

    synchronized Seat<M> add(M member) {
        if (size == seats.length) {
            seats = Arrays.copyOf(seats, 2 * size);
        }
        Seat<M> seat = new Seat<>(this, member, size);
        seats[size++] = seat;
        return seat;
    }

    /** Moves the last member to the position that becomes free. */
    synchronized void remove(Seat<M> seat) {
        Seat<M> last = Objects.requireNonNull(seats[--size]);
        seats[seat.index] = last;
        last.index = seat.index;
        seats[size] = null;
        if (size >= MIN_CAPACITY && size < seats.length / 4) {
            seats = Arrays.copyOf(seats, seats.length / 2);
        }
    }

    public synchronized int size() {
        return size;
    }

    synchronized boolean isEmpty() {
        return size == 0;
    }

    /** Returns a copy. */
    public synchronized List<M> members() {
        List<M> members = new ArrayList<>(size);
        forEach(members::add);
        return members;
    }

    /**
     * Passes each member to a visitor, with the monitor held. The visitor must be quick, and must not call other code.
     */
    public synchronized void forEach(Consumer<? super M> visitor) {
        for (int i = 0; i < size; i++) {
            visitor.accept(Objects.requireNonNull(seats[i]).member);
        }
    }

    @SuppressWarnings("unchecked") // generic arrays cannot be created
    private static <M> @Nullable Seat<M>[] array(int length) {
        return (Seat<M>[]) new Seat<?>[length];
    }
}
