package dev.strait.runtime.internal.transport;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.internal.foreign.Log;
import dev.strait.runtime.spi.FrameBatch;
import dev.strait.runtime.spi.WriteCallback;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;

/** Writes one frame at a time with the Jakarta API alone, so it works on every container. */
final class PortableTransport implements Transport {

    private static final Log LOG = Log.of(PortableTransport.class);

    private final Session session;

    PortableTransport(Session session) {
        this.session = session;
    }

    @Override
    public int maxFrames() {
        return 1;
    }

    @Override
    public void write(FrameBatch frames, WriteCallback callback) {
        AtomicBoolean isCalledBack = new AtomicBoolean(); // some containers call back twice
        WriteCallback once = failure -> {
            if (isCalledBack.compareAndSet(false, true)) {
                callback.written(failure);
            }
        };
        try {
            session.getAsyncRemote()
                    .sendText(frames.frame(0).text(), result -> once.written(result.isOK() ? null : failure(result)));
        } catch (Throwable failed) {
            once.written(failed); // after a close, Tomcat and Tyrus throw, Jetty and Undertow call back
        }
    }

    @Override
    public void ping(WriteCallback callback) {
        Throwable failure = null;
        try {
            session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
        } catch (Throwable failed) {
            failure = failed;
        }
        callback.written(failure);
    }

    @Override
    public void close(CloseReason reason) {
        try {
            session.close(new jakarta.websocket.CloseReason(CloseCodes.getCloseCode(reason.code()), reason.text()));
        } catch (Throwable failed) {
            LOG.debug("Closing the socket failed. It is probably closed already.", failed);
        }
    }

    private static Throwable failure(SendResult result) {
        Throwable failure = result.getException();
        return failure == null ? new IOException("The container reported a failed write without a reason.") : failure;
    }
}
