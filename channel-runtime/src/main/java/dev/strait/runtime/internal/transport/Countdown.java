package dev.strait.runtime.internal.transport;

import dev.strait.runtime.spi.WriteCallback;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Reports a batch when all of its frames are reported, or the first fails. */
final class Countdown implements WriteCallback {

    private final AtomicInteger left;
    private final WriteCallback report;

    Countdown(int frames, WriteCallback report) {
        this.left = new AtomicInteger(frames);
        this.report = report;
    }

    @Override
    public void written(@Nullable Throwable failure) {
        if (failure != null) {
            if (left.getAndSet(0) > 0) {
                report.written(failure);
            }
        } else if (left.getAndUpdate(count -> Math.max(0, count - 1)) == 1) {
            report.written(null);
        }
    }
}
