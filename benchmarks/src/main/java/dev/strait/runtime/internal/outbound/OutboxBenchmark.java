package dev.strait.runtime.internal.outbound;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Limits;
import dev.strait.runtime.internal.flight.Recorder;
import dev.strait.runtime.internal.foreign.ForeignCode;
import dev.strait.runtime.internal.transport.Transport;
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

/** Sends to many connections, without sockets. It is in this package because only this package can create an outbox. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class OutboxBenchmark {

    @Param({"10", "1000", "100000"})
    public int members;

    private final List<Outbox> outboxes = new ArrayList<>();
    private final TextFrame frame =
            new TextFrame("said", "{\"type\":\"said\",\"text\":\"hello\"}".getBytes(StandardCharsets.UTF_8));
    private @Nullable Runnable task;
    private long written;

    @Setup
    public void fill() {
        Pump pump =
                new Pump(new ForeignCode(List.of(), List.of(), Recorder.NONE), run -> task = run, run -> task = run);
        Outbox.Settings settings = new Outbox.Settings(System::nanoTime, Runnable::run, Runnable::run);
        for (int i = 0; i < members; i++) {
            outboxes.add(new Outbox(new NoSocket(), pump, Limits.defaults(), settings, () -> {}));
        }
    }

    /** Offers a broadcast to all members, then writes it for each. The time is the total for all members. */
    @Benchmark
    public long offerAndDrain() {
        for (Outbox outbox : outboxes) {
            outbox.offer(frame, members > Pump.SLICE);
        }
        for (Runnable run = task; run != null; run = task) {
            task = null;
            run.run();
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
