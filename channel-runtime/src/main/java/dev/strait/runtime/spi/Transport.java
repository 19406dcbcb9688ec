package dev.strait.runtime.spi;

import dev.strait.runtime.CloseReason;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * How one connection's frames get to its socket. The runtime has one for every container; a container that knows better
 * puts its own into the user property {@link #PROPERTY} of the session or of the endpoint's configuration before the
 * session opens.
 *
 * <p>The runtime calls {@link #write} and {@link #ping} one at a time, and the next only after the last was
 * {@linkplain Written reported}; {@link #close} may come beside them.
 */
public interface Transport {

    /** Where a session carries a transport of its container's. */
    String PROPERTY = "dev.strait.transport";

    /** What became of a write or a ping. */
    @FunctionalInterface
    interface Written {

        /**
         * Called once for each call that was given it, on any thread, also before that call returns; or never, if the
         * socket is closed.
         *
         * @param failure why nothing more can be written; null if all went well
         */
        void written(@Nullable Throwable failure);
    }

    /** Writes all frames of a batch. Called by one thread at a time; it should not block. */
    void write(FrameBatch frames, Written report);

    /** Sends a ping. */
    void ping(Written report);

    /** Closes the socket: by a close frame if there is still a way for it, and for good after a while. */
    void close(CloseReason reason);

    /** How many frames a batch may have. */
    default int mostFrames() {
        return Integer.MAX_VALUE;
    }

    /** Whether {@link #ping} and {@link #close} may wait for the peer, so that they need a thread to spare. */
    boolean mayBlock();

    /** The thread of this connection's socket, where {@link #write} is to be called; null where any thread will do. */
    default @Nullable Executor loop() {
        return null;
    }
}
