package dev.strait.runtime.internal;

import dev.strait.runtime.CloseReason;
import org.jspecify.annotations.Nullable;

/**
 * How one connection's frames get to its socket. One caller at a time, and the next write only after the last was
 * {@linkplain Written reported}; a transport may report on any thread, also before its method returns, or never.
 */
interface Transport {

    /** What became of a write. */
    @FunctionalInterface
    interface Written {
        void written(@Nullable Throwable failure);
    }

    void write(String text, Written report);

    /** May block for as long as the container does. */
    void ping(Written report);

    /** Closes the socket. May block for as long as the container does; may be called beside a write. */
    void close(CloseReason reason);
}
