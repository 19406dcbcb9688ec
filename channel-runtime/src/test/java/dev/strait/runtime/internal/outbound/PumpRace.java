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
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;

/** Concurrent senders, writers and reliefs: each frame reaches its own connection once and in order. */
public final class PumpRace {

    private static final class Wire implements Transport {

        private final List<String> written = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void write(FrameBatch frames, WriteCallback callback) {
            for (int i = 0; i < frames.size(); i++) {
                written.add(frames.frame(i).text());
            }
            callback.written(null);
        }

        @Override
        public void ping(WriteCallback callback) {
            callback.written(null);
        }

        @Override
        public void close(CloseReason reason) {}
    }

    private final Queue<Runnable> runs = new ConcurrentLinkedQueue<>();
    private final Pump pump = new Pump(new ForeignCode(List.of(), List.of(), Recorder.NONE), runs::add, runs::add);
    private final Outbox.Settings settings = new Outbox.Settings(() -> 0, Runnable::run, Runnable::run);
    private final Wire ann = new Wire();
    private final Wire bob = new Wire();
    private final Outbox toAnn = new Outbox(ann, pump, Limits.defaults(), settings, () -> {});
    private final Outbox toBob = new Outbox(bob, pump, Limits.defaults(), settings, () -> {});
    private final AtomicInteger offeredToAnn = new AtomicInteger();
    private final AtomicInteger offeredToBob = new AtomicInteger();

    /** Queues a frame for each connection, with a relief in between. */
    public PumpRace() {
        offeredToAnn.incrementAndGet();
        toAnn.offer(frame("ann"), false);
        pump.relieve();
        offeredToBob.incrementAndGet();
        toBob.offer(frame("bob"), false);
    }

    @Operation
    public void sendToAnn() {
        offeredToAnn.incrementAndGet();
        toAnn.offer(frame("ann"), false);
        write();
    }

    /** In production, the timer calls {@code relieve}. */
    @Operation
    public void relieveAndSendToBob() {
        pump.relieve();
        offeredToBob.incrementAndGet();
        toBob.offer(frame("bob"), false);
        write();
    }

    @Operation
    public void write() {
        for (Runnable run = runs.poll(); run != null; run = runs.poll()) {
            run.run();
        }
    }

    @Validate
    public void everyFrameReachedItsConnection() {
        write();
        check(ann.written, "ann", offeredToAnn.get());
        check(bob.written, "bob", offeredToBob.get());
    }

    private static void check(List<String> written, String expected, int count) {
        if (!written.equals(Collections.nCopies(count, expected))) {
            throw new AssertionError(written);
        }
    }

    private static TextFrame frame(String text) {
        return new TextFrame("test", text.getBytes(StandardCharsets.UTF_8));
    }
}
