package dev.strait.runtime.internal.membership;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The members of one room. Its monitor orders the broadcasts to it, so that all members see them in one order; no call
 * out of the runtime is made while it is held. Joining and leaving cost the same in a large room as in a small one.
 *
 * @param <M> its members
 */
public final class Room<M> {

    private static final int MIN_CAPACITY = 4;

    /** One member's place, which only its membership keeps. */
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

    // Guarded by this.

    private @Nullable Seat<M>[] seats = array(MIN_CAPACITY);
    private int size;

    Room(String name) {
        this.name = name;
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

    /** The last one moves to the place that becomes free. */
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

    /** A copy. */
    public synchronized List<M> members() {
        List<M> members = new ArrayList<>(size);
        forEach(members::add);
        return members;
    }

    /** Shows all members to somebody who is quick and calls nobody. */
    public synchronized void forEach(Consumer<? super M> visitor) {
        for (int i = 0; i < size; i++) {
            visitor.accept(Objects.requireNonNull(seats[i]).member);
        }
    }

    @SuppressWarnings("unchecked") // there are no arrays of generic types
    private static <M> @Nullable Seat<M>[] array(int length) {
        return (Seat<M>[]) new Seat<?>[length];
    }
}
