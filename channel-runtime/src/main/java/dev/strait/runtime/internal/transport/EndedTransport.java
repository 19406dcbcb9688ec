package dev.strait.runtime.internal.transport;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.spi.FrameBatch;
import dev.strait.runtime.spi.WriteCallback;
import java.io.IOException;

/** The transport of a connection whose client has gone before the upgrade. */
public final class EndedTransport implements Transport {

    public EndedTransport() {}

    @Override
    public void write(FrameBatch frames, WriteCallback callback) {
        callback.written(new IOException("The client has gone."));
    }

    @Override
    public void ping(WriteCallback callback) {
        callback.written(new IOException("The client has gone."));
    }

    @Override
    public void close(CloseReason reason) {}

    @Override
    public boolean mayBlock() {
        return false;
    }
}
