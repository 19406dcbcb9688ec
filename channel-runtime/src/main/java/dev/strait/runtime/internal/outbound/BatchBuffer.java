package dev.strait.runtime.internal.outbound;

import dev.strait.runtime.spi.FrameBatch;
import dev.strait.runtime.spi.TextFrame;
import org.jspecify.annotations.Nullable;

/** The frames of one write while they are gathered. Belongs to one run of a pump at a time, so it needs no lock. */
final class BatchBuffer {

    private static final int MAX_FRAMES = 256;
    private static final int MAX_BYTES = 65_536;

    private final TextFrame[] taken = new TextFrame[MAX_FRAMES];
    private @Nullable FrameBatch last;

    /** Moves frames from a queue into this buffer, as many as one write may have, and returns their number. */
    int take(FrameQueue queue, int maxFrames) {
        return queue.drainTo(taken, Math.min(maxFrames, MAX_FRAMES), MAX_BYTES);
    }

    /**
     * The frames that were taken, as a batch. Recipients that wait for the very same frames get the very same batch, so a
     * transport joins its bytes once.
     */
    FrameBatch batch(int count) {
        FrameBatch known = last;
        if (known == null || !known.isOf(taken, count)) {
            known = FrameBatch.of(taken, count);
            last = known;
        }
        return known;
    }

    /** Ends its use by one run. */
    void release() {
        last = null;
    }
}
