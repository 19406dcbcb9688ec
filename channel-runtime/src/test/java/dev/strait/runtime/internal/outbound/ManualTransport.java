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

/** An in-memory transport that records everything. Writes end when the test calls {@link #finish}. */
final class ManualTransport implements Transport {

    final List<FrameBatch> batches = new ArrayList<>();
    final List<String> written = new ArrayList<>();
    final Deque<WriteCallback> callbacks = new ArrayDeque<>();
    int pings;

    @Nullable
    CloseReason closed;
    /** Ends writes immediately, on the caller's stack, like a fast socket. */
    boolean isImmediate;
    /** Throws instead of writing. */
    boolean isBroken;

    @Override
    public void write(FrameBatch frames, WriteCallback callback) {
        if (isBroken) {
            throw new IllegalStateException("write failed");
        }
        batches.add(frames);
        for (int i = 0; i < frames.size(); i++) {
            written.add(frames.frame(i).text());
        }
        if (isImmediate) {
            callback.written(null);
        } else {
            callbacks.add(callback);
        }
    }

    @Override
    public void ping(WriteCallback callback) {
        pings++;
        callback.written(null);
    }

    @Override
    public void close(CloseReason reason) {
        closed = reason;
    }

    @Override
    public boolean mayBlock() {
        return false;
    }

    /** Ends the write in flight. */
    WriteCallback finish() {
        WriteCallback callback = callbacks.remove();
        callback.written(null);
        return callback;
    }
}
