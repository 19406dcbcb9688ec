package dev.strait.runtime.internal;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Limits;
import dev.strait.runtime.spi.FrameBatch;
import dev.strait.runtime.spi.TextFrame;
import dev.strait.runtime.spi.WriteCallback;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The runtime's own part of rooms and of sending, without any socket. In its package, as nothing of it is anybody else's. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RuntimeBenchmark {

    @Param({"10", "1000", "100000"})
    public int members;

    private final Room<String> room = new Room<>("hall");
    private final List<Room.Seat<String>> seats = new ArrayList<>();
    private final List<Outbox> outboxes = new ArrayList<>();
    private final TextFrame frame =
            new TextFrame("said", "{\"type\":\"said\",\"text\":\"hello\"}".getBytes(StandardCharsets.UTF_8));
    private int next;
    private @Nullable Runnable task;
    private long written;

    @Setup
    public void fill() {
        Pump pump = new Pump(turn -> task = turn, turn -> task = turn);
        Outbox.Settings settings =
                new Outbox.Settings(Limits.defaults(), System::nanoTime, Runnable::run, Runnable::run);
        for (int i = 0; i < members; i++) {
            seats.add(room.add("member"));
            outboxes.add(new Outbox(new NoSocket(), pump, settings, () -> {}));
        }
    }

    /** One member of so many leaves, and comes back. */
    @Benchmark
    public int leaveAndJoin() {
        next = (next + 7) % members;
        room.remove(seats.get(next));
        seats.set(next, room.add("member"));
        return room.size();
    }

    /** A broadcast to so many: offered to all, then written for each. For all members together. */
    @Benchmark
    public long offerAndDrain() {
        for (Outbox outbox : outboxes) {
            outbox.offer(frame, members > Pump.SLICE);
        }
        for (Runnable turn = task; turn != null; turn = task) {
            task = null;
            turn.run();
        }
        return written;
    }

    private final class NoSocket implements Transport {

        @Override
        public void write(FrameBatch frames, WriteCallback report) {
            written += frames.size();
            report.written(null);
        }

        @Override
        public void ping(WriteCallback report) {
            report.written(null);
        }

        @Override
        public void close(CloseReason reason) {}
    }
}
