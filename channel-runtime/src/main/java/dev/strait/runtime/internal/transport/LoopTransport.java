package dev.strait.runtime.internal.transport;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.spi.FrameBatch;
import dev.strait.runtime.spi.FrameSink;
import dev.strait.runtime.spi.TextReceiver;
import dev.strait.runtime.spi.WriteCallback;
import jakarta.websocket.Session;
import java.util.concurrent.Executor;

/** Writes to the socket of an event loop directly, bypassing the container's remote endpoint. */
final class LoopTransport implements Transport {

    private final FrameSink sink;
    private final PortableTransport portable;
    private final long closeMillis;

    LoopTransport(Session session, FrameSink sink, long closeMillis) {
        this.sink = sink;
        this.portable = new PortableTransport(session);
        this.closeMillis = closeMillis;
    }

    @Override
    public Executor loop() {
        return sink.loop();
    }

    @Override
    public Executor later() {
        return sink.later();
    }

    @Override
    public boolean mayBlock() {
        return false;
    }

    @Override
    public void receive(TextReceiver receiver, int maxBytes) {
        sink.receive(receiver, maxBytes);
    }

    @Override
    public boolean canPauseReading() {
        return true;
    }

    @Override
    public void pauseReading() {
        sink.pauseReading();
    }

    @Override
    public void resumeReading() {
        sink.resumeReading();
    }

    @Override
    public void write(FrameBatch frames, WriteCallback callback) {
        sink.write(frames, callback);
    }

    @Override
    public void ping(WriteCallback callback) {
        portable.ping(callback);
    }

    @Override
    public void close(CloseReason reason) {
        portable.close(reason);
        sink.abortAfter(closeMillis); // in case the peer does not answer
    }
}
