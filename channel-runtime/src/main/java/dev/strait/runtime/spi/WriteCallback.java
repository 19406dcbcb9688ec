package dev.strait.runtime.spi;

import org.jspecify.annotations.Nullable;

/** Who wants to know what has become of a write. */
@FunctionalInterface
public interface WriteCallback {

    /**
     * The write has ended. Called once for each write at most, on any thread, also before the call returns that began it;
     * never, if the socket closes before.
     *
     * @param failure why nothing more can be written; null if all went well
     */
    void written(@Nullable Throwable failure);
}
