package dev.strait.runtime.internal.membership;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Joins and leaves of a room, without sockets. It is in this package to access {@link Room.Seat}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RoomBenchmark {

    @Param({"10", "1000", "100000"})
    public int members;

    private final Room<String> room = new Room<>("hall", new RoomQuota() {
        @Override
        public boolean tryAdd() {
            return true;
        }

        @Override
        public void remove() {}
    });
    private final List<Room.Seat<String>> seats = new ArrayList<>();
    private int next;

    @Setup
    public void fill() {
        for (int i = 0; i < members; i++) {
            seats.add(room.add("member"));
        }
    }

    /** One member leaves and another joins. */
    @Benchmark
    public int leaveAndJoin() {
        next = (next + 7) % members;
        room.remove(seats.get(next));
        seats.set(next, room.add("member"));
        return room.size();
    }
}
