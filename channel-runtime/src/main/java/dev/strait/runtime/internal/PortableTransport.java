package dev.strait.runtime.internal;

import dev.strait.runtime.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Writes by the Jakarta API alone, so it works on every container. */
final class PortableTransport implements Transport {

    private static final System.Logger LOG = System.getLogger(PortableTransport.class.getName());

    private final Session session;

    PortableTransport(Session session) {
        this.session = session;
    }

    @Override
    public void write(String text, Written report) {
        try {
            session.getAsyncRemote().sendText(text, result -> report.written(result.isOK() ? null : failure(result)));
        } catch (RuntimeException gone) {
            report.written(gone); // Tomcat and Tyrus throw after a close, Jetty and Undertow report
        }
    }

    @Override
    public void ping(Written report) {
        try {
            session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
            report.written(null);
        } catch (IOException | RuntimeException gone) {
            report.written(gone);
        }
    }

    @Override
    public void close(CloseReason reason) {
        try {
            session.close(new jakarta.websocket.CloseReason(CloseCodes.getCloseCode(reason.code()), reason.text()));
        } catch (IOException | RuntimeException closedAlready) {
            LOG.log(System.Logger.Level.DEBUG, "close of a socket that is gone", closedAlready);
        }
    }

    private static Throwable failure(jakarta.websocket.SendResult result) {
        Throwable failure = result.getException();
        return failure == null ? new IOException("the container gave no reason") : failure;
    }
}
