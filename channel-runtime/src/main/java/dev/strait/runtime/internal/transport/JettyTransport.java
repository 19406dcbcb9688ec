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
 * Jetty's remote endpoints take frames as they are, and gather those that are marked as of a batch until one is not. The
 * same for its Jakarta EE 10 and 11 modules.
 */
final class JettyTransport implements Transport {

    private final OutgoingFrames remote;
    private final PortableTransport portable;

    private JettyTransport(Session session, OutgoingFrames remote) {
        this.remote = remote;
        this.portable = new PortableTransport(session);
    }

    /** Null if the session is not one of Jetty's. */
    static @Nullable Transport of(Session session) {
        return session.getAsyncRemote() instanceof OutgoingFrames remote ? new JettyTransport(session, remote) : null;
    }

    @Override
    public void write(FrameBatch frames, WriteCallback report) {
        Countdown countdown = new Countdown(frames.size(), report);
        Callback callback = Callback.from(() -> countdown.written(null), countdown::written);
        int last = frames.size() - 1;
        try {
            for (int i = 0; i <= last; i++) {
                Frame frame =
                        new Frame(OpCode.TEXT, ByteBuffer.wrap(frames.frame(i).utf8()));
                remote.sendFrame(frame, callback, i < last);
            }
        } catch (Throwable gone) {
            countdown.written(gone);
        }
    }

    @Override
    public void ping(WriteCallback report) {
        portable.ping(report);
    }

    @Override
    public void close(CloseReason reason) {
        portable.close(reason);
    }
}
