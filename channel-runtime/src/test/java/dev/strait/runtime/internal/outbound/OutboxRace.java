package dev.strait.runtime.internal.outbound;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Limits;
import dev.strait.runtime.internal.flight.Recorder;
import dev.strait.runtime.internal.foreign.ForeignCode;
import dev.strait.runtime.internal.transport.Transport;
import dev.strait.runtime.spi.FrameBatch;
import dev.strait.runtime.spi.TextFrame;
import dev.strait.runtime.spi.WriteCallback;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;

/** Concurrent senders: each accepted frame is written once, and at most one write is in flight. */
public final class OutboxRace {

    private final AtomicInteger writing = new AtomicInteger();
    private final AtomicInteger written = new AtomicInteger();
    private final AtomicInteger offered = new AtomicInteger();
    private final Pump pump =
            new Pump(new ForeignCode(List.of(), List.of(), Recorder.NONE), Runnable::run, Runnable::run);
    private final Outbox outbox = new Outbox(
            new Wire(), pump, Limits.defaults(), new Outbox.Settings(() -> 0, Runnable::run, Runnable::run), () -> {});

    private final class Wire implements Transport {

        @Override
        public void write(FrameBatch frames, WriteCallback callback) {
            if (writing.incrementAndGet() != 1) {
                throw new AssertionError("two writes in flight");
            }
            written.addAndGet(frames.size());
            writing.decrementAndGet();
            callback.written(null);
        }

        @Override
        public void ping(WriteCallback callback) {
            callback.written(null);
        }

        @Override
        public void close(CloseReason reason) {}
    }

    @Operation
    public void send() {
        if (outbox.offer(new TextFrame("test", new byte[] {'x'}), false) == Outbox.Offer.QUEUED) {
            offered.incrementAndGet();
        }
    }

    @Operation
    public void ping() {
        outbox.ping();
    }

    @Validate
    public void everyAcceptedFrameIsWritten() {
        if (offered.get() != written.get()) {
            throw new AssertionError(written + " of " + offered + " frames were written");
        }
    }
}
