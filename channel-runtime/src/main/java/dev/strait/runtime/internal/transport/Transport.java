package dev.strait.runtime.internal.transport;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.spi.FrameBatch;
import dev.strait.runtime.spi.TextReceiver;
import dev.strait.runtime.spi.WriteCallback;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * How one connection's frames get to its socket. {@link #write} and {@link #ping} are called one at a time, and the next
 * only after the last was reported; {@link #close} may come beside them.
 */
public interface Transport {

    /** Writes all frames of a batch. It should not block. */
    void write(FrameBatch frames, WriteCallback report);

    /** Sends a ping. */
    void ping(WriteCallback report);

    /** Begins to close the socket, by a close frame if there is still a way for it. */
    void close(CloseReason reason);

    /** Where messages may go past the session, where the container can do that. */
    default void receive(TextReceiver receiver, int maxBytes) {}

    /** How many frames a batch may have. */
    default int maxFrames() {
        return Integer.MAX_VALUE;
    }

    /** Whether {@link #ping} and {@link #close} may wait for the peer, so that they need a thread to spare. */
    default boolean mayBlock() {
        return true;
    }

    /** The thread where {@link #write} is to be called; null where any will do. */
    default @Nullable Executor loop() {
        return null;
    }

    /** The same thread, after it has looked at its sockets again; null where any will do. */
    default @Nullable Executor later() {
        return null;
    }
}
