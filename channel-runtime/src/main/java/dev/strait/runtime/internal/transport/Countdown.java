package dev.strait.runtime.internal.transport;

import dev.strait.runtime.spi.WriteCallback;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Calls back once, when all frames of a batch were written or the first one fails. */
final class Countdown implements WriteCallback {

    private final AtomicInteger left;
    private final WriteCallback callback;

    Countdown(int frames, WriteCallback callback) {
        this.left = new AtomicInteger(frames);
        this.callback = callback;
    }

    @Override
    public void written(@Nullable Throwable failure) {
        if (failure != null) {
            if (left.getAndSet(0) > 0) {
                callback.written(failure);
            }
        } else if (left.getAndUpdate(count -> Math.max(0, count - 1)) == 1) {
            callback.written(null);
        }
    }
}
