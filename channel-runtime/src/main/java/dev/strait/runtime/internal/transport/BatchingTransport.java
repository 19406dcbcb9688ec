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
 * Writes by the Jakarta API's batching, on containers of which it is known that a blocking endpoint honours it: they put
 * what they are given into one buffer until it is flushed. Writing blocks while the socket is full; the
 * {@linkplain Pump#relieve pump} then goes on with another thread. Batching is allowed for the length of a batch only:
 * Tomcat would also hold back its own pongs.
 *
 * <p>Tomcat ends batches by itself, on another thread, as the first thing when a session is being closed ({@code WsSession},
 * {@code doClose} and {@code onClose}); what is written then overtakes what was batched. So {@link #close} waits for the end
 * of a batch, which stops at its next frame. Where the peer closes, nothing can be done in time: it may get the frames that
 * cross its goodbye in another order.
 */
final class BatchingTransport implements Transport {

    /** Undertow never delivers what its blocking endpoint batches, Tyrus ignores it. */
    private static final List<String> HONOURED_BY = List.of("org.apache.tomcat.websocket.", "org.eclipse.jetty.");

    private static final long MAX_WAIT_MILLIS = 1_000;

    private final RemoteEndpoint.Basic remote;
    private final PortableTransport portable;
    /** Held for the length of a batch. */
    private final Lock batch = new ReentrantLock();

    private volatile boolean isClosing;

    private BatchingTransport(Session session) {
        this.remote = session.getBasicRemote();
        this.portable = new PortableTransport(session);
    }

    /** Null if the session's container is not known to honour it. */
    static @Nullable Transport of(Session session) {
        String container = session.getClass().getName();
        return HONOURED_BY.stream().anyMatch(container::startsWith) ? new BatchingTransport(session) : null;
    }

    @Override
    public void write(FrameBatch frames, WriteCallback report) {
        Throwable failure = null;
        try {
            if (frames.size() == 1) {
                remote.sendText(frames.frame(0).text());
            } else {
                writeBatch(frames);
            }
        } catch (Throwable gone) {
            failure = gone;
        }
        report.written(failure);
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
            remote.setBatchingAllowed(false); // which flushes
        } finally {
            batch.unlock();
        }
    }

    @Override
    public void ping(WriteCallback report) {
        portable.ping(report);
    }

    @Override
    public void close(CloseReason reason) {
        isClosing = true;
        awaitEndOfBatch();
        portable.close(reason);
    }

    /** In vain only where the peer does not read. */
    private void awaitEndOfBatch() {
        try {
            if (batch.tryLock(MAX_WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                batch.unlock();
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
