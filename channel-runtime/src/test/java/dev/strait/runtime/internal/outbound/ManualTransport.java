package dev.strait.runtime.internal.outbound;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.internal.transport.Transport;
import dev.strait.runtime.spi.FrameBatch;
import dev.strait.runtime.spi.WriteCallback;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A transport in memory: it writes when it is told to, and remembers everything. */
final class ManualTransport implements Transport {

    final List<FrameBatch> batches = new ArrayList<>();
    final List<String> written = new ArrayList<>();
    final Deque<WriteCallback> reports = new ArrayDeque<>();
    int pings;

    @Nullable
    CloseReason closed;
    /** Reports at once, on the caller's stack, as a fast socket does. */
    boolean isImmediate;
    /** Throws instead of writing. */
    boolean isBroken;

    @Override
    public void write(FrameBatch frames, WriteCallback report) {
        if (isBroken) {
            throw new IllegalStateException("no memory, perhaps");
        }
        batches.add(frames);
        for (int i = 0; i < frames.size(); i++) {
            written.add(frames.frame(i).text());
        }
        if (isImmediate) {
            report.written(null);
        } else {
            reports.add(report);
        }
    }

    @Override
    public void ping(WriteCallback report) {
        pings++;
        report.written(null);
    }

    @Override
    public void close(CloseReason reason) {
        closed = reason;
    }

    @Override
    public boolean mayBlock() {
        return false;
    }

    /** The write in flight is done. */
    WriteCallback finish() {
        WriteCallback report = reports.remove();
        report.written(null);
        return report;
    }
}
