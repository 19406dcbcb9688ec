package dev.strait.runtime.internal.transport;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.internal.outbound.Pump;
import dev.strait.runtime.spi.FrameBatch;
import dev.strait.runtime.spi.WriteCallback;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Writes with the batching of the Jakarta API, on containers whose blocking endpoints are known to support it: they
 * buffer frames until they are flushed. Writing blocks while the socket is full; the {@linkplain Pump#relieve pump}
 * then continues on another thread. Batching is allowed only while a batch is written, because Tomcat would also hold
 * back its pongs.
 *
 * <p>When a session closes, Tomcat first ends its batch on another thread ({@code WsSession}, {@code doClose} and
 * {@code onClose}); what is written then overtakes the batch. So {@link #close} waits for the end of a batch, which
 * stops at its next frame. If the peer closes, this cannot be prevented: frames that cross its close frame may arrive
 * out of order.
 */
final class BatchingTransport implements Transport {

    /** Undertow never delivers batches of its blocking endpoint, and Tyrus ignores batching. */
    private static final List<String> SUPPORTED_BY = List.of("org.apache.tomcat.websocket.", "org.eclipse.jetty.");

    private static final long MAX_WAIT_MILLIS = 1_000;

    private final RemoteEndpoint.Basic remote;
    private final PortableTransport portable;
    /** Null on other containers than Tomcat. */
    private final @Nullable TomcatReading reading;
    /** Held while a batch is written. */
    private final Lock batch = new ReentrantLock();

    private volatile boolean isClosing;

    private BatchingTransport(Session session) {
        this.remote = session.getBasicRemote();
        this.portable = new PortableTransport(session);
        this.reading = TomcatReading.of(session);
    }

    /** Returns the transport of a session; null if its container is not known to support batching. */
    static @Nullable Transport of(Session session) {
        String container = session.getClass().getName();
        return SUPPORTED_BY.stream().anyMatch(container::startsWith) ? new BatchingTransport(session) : null;
    }

    @Override
    public boolean canPauseReading() {
        return reading != null;
    }

    @Override
    public void pauseReading() {
        if (reading != null) {
            reading.pause();
        }
    }

    @Override
    public void resumeReading() {
        if (reading != null) {
            reading.resume();
        }
    }

    @Override
    public void write(FrameBatch frames, WriteCallback callback) {
        Throwable failure = null;
        try {
            if (frames.size() == 1) {
                remote.sendText(frames.frame(0).text());
            } else {
                writeBatch(frames);
            }
        } catch (Throwable failed) {
            failure = failed;
        }
        callback.written(failure);
    }

    private void writeBatch(FrameBatch frames) throws IOException {
        batch.lock();
        try {
            remote.setBatchingAllowed(true);
            for (int i = 0; i < frames.size(); i++) {
                if (isClosing || !remote.getBatchingAllowed()) {
                    throw new IOException("The session is being closed.");
                }
                remote.sendText(frames.frame(i).text());
            }
            remote.setBatchingAllowed(false); // flushes
        } finally {
            batch.unlock();
        }
    }

    @Override
    public void ping(WriteCallback callback) {
        portable.ping(callback);
    }

    @Override
    public void close(CloseReason reason) {
        isClosing = true;
        awaitEndOfBatch();
        portable.close(reason);
    }

    /** Times out only if the peer does not read. */
    private void awaitEndOfBatch() {
        try {
            if (batch.tryLock(MAX_WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                batch.unlock();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
