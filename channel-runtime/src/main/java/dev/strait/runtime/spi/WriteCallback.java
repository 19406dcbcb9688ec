package dev.strait.runtime.spi;

import org.jspecify.annotations.Nullable;

/** Notified when a write ends. */
@FunctionalInterface
public interface WriteCallback {

    /**
     * Called at most once for each write, on any thread, possibly before the call that started the write returns. Not
     * called if the socket closes first.
     *
     * @param failure the reason why nothing more can be written; null if the write succeeded
     */
    void written(@Nullable Throwable failure);
}
