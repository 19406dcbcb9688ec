package dev.strait.runtime.internal;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.spi.FrameBatch;
import dev.strait.runtime.spi.Written;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes by the Jakarta API's batching, on containers of which it is known that a blocking endpoint honours it: they put
 * what they are given into one buffer until it is flushed. Writing blocks while the socket is full; the
 * {@linkplain Pump#relieve pump} then goes on with another thread. Batching is allowed for the length of a batch only:
 * Tomcat would also hold back its own pongs.
 */
final class BatchingTransport implements Transport {

    /** Undertow never delivers what its blocking endpoint batches, Tyrus ignores it. */
    private static final List<String> HONOURED_BY = List.of("org.apache.tomcat.websocket.", "org.eclipse.jetty.");

    private final RemoteEndpoint.Basic remote;
    private final PortableTransport portable;

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
    public void write(FrameBatch frames, Written report) {
        Throwable failure = null;
        try {
            if (frames.size() == 1) {
                remote.sendText(frames.frame(0).text());
            } else {
                remote.setBatchingAllowed(true);
                for (int i = 0; i < frames.size(); i++) {
                    remote.sendText(frames.frame(i).text());
                }
                remote.setBatchingAllowed(false); // which flushes
            }
        } catch (IOException | RuntimeException gone) {
            failure = gone;
        }
        report.written(failure);
    }

    @Override
    public void ping(Written report) {
        portable.ping(report);
    }

    @Override
    public void close(CloseReason reason) {
        portable.close(reason);
    }
}
