package dev.strait.runtime.internal.transport;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.spi.FrameBatch;
import dev.strait.runtime.spi.WriteCallback;
import jakarta.websocket.Session;
import java.nio.ByteBuffer;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.OutgoingFrames;
import org.jspecify.annotations.Nullable;

/**
 * Writes through Jetty's remote endpoints. They accept frames directly, and buffer those that are marked as part of a
 * batch until one is not. Works with Jetty's modules for Jakarta EE 10 and 11.
 */
final class JettyTransport implements Transport {

    private final OutgoingFrames remote;
    private final PortableTransport portable;

    private JettyTransport(Session session, OutgoingFrames remote) {
        this.remote = remote;
        this.portable = new PortableTransport(session);
    }

    /** Returns the transport of a session; null if it is not one of Jetty's. */
    static @Nullable Transport of(Session session) {
        return session.getAsyncRemote() instanceof OutgoingFrames remote ? new JettyTransport(session, remote) : null;
    }

    @Override
    public void write(FrameBatch frames, WriteCallback writeCallback) {
        Countdown countdown = new Countdown(frames.size(), writeCallback);
        Callback callback = Callback.from(() -> countdown.written(null), countdown::written);
        int last = frames.size() - 1;
        try {
            for (int i = 0; i <= last; i++) {
                Frame frame =
                        new Frame(OpCode.TEXT, ByteBuffer.wrap(frames.frame(i).utf8()));
                remote.sendFrame(frame, callback, i < last);
            }
        } catch (Throwable failed) {
            countdown.written(failed);
        }
    }

    @Override
    public void ping(WriteCallback writeCallback) {
        portable.ping(writeCallback);
    }

    @Override
    public void close(CloseReason reason) {
        portable.close(reason);
    }
}
