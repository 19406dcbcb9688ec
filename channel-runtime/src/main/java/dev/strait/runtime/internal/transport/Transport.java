package dev.strait.runtime.internal.transport;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.spi.FrameBatch;
import dev.strait.runtime.spi.TextReceiver;
import dev.strait.runtime.spi.WriteCallback;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Writes the frames of one connection to its socket. {@link #write} and {@link #ping} are called one at a time, each
 * only after the previous one has called back. {@link #close} may be called concurrently.
 */
public interface Transport {

    /** Writes all frames of a batch. It should not block. */
    void write(FrameBatch frames, WriteCallback callback);

    /** Sends a ping. */
    void ping(WriteCallback callback);

    /** Starts to close the socket, with a close frame if one can still be sent. */
    void close(CloseReason reason);

    /**
     * Passes messages to a receiver instead of the session, if the container supports that; see
     * {@link dev.strait.runtime.spi.FrameSink#receive}.
     */
    default void receive(TextReceiver receiver, int maxBytes) {}

    /** Returns whether reading can be paused. */
    default boolean canPauseReading() {
        return false;
    }

    /**
     * Stops reading, before the next frame if a receiver of the container calls it. Does nothing if reading cannot be
     * paused. Any thread.
     */
    default void pauseReading() {}

    /** Continues to read. Any thread. */
    default void resumeReading() {}

    /** Returns the maximum number of frames in a batch. */
    default int maxFrames() {
        return Integer.MAX_VALUE;
    }

    /**
     * Returns whether {@link #ping} and {@link #close} may block until the peer reads, so that they need a thread that
     * may block.
     */
    default boolean mayBlock() {
        return true;
    }

    /** Returns the event loop on which {@link #write} must be called; null for any thread. */
    default @Nullable Executor loop() {
        return null;
    }

    /** Returns the same event loop, after it has polled its sockets again; null for any thread. */
    default @Nullable Executor later() {
        return null;
    }
}
