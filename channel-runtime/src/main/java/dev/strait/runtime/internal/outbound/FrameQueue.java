package dev.strait.runtime.internal.outbound;

import dev.strait.runtime.spi.TextFrame;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A queue without memory of its own while it is empty, for idle connections. Not safe for several threads. */
final class FrameQueue {

    private static final @Nullable TextFrame[] NONE = {};
    private static final int OVERHEAD_BYTES = 64;
    private static final int MIN_CAPACITY = 4;
    /** The maximum capacity that an empty queue keeps. */
    private static final int MAX_KEPT = 64;

    /** A ring buffer. Its length is a power of two, or 0. */
    private @Nullable TextFrame[] ring = NONE;

    private int head;
    private int size;
    private long bytes;

    int size() {
        return size;
    }

    /** Returns what a frame counts against the limit: its size, and the memory that it costs beside it. */
    static long sizeOf(TextFrame frame) {
        return (long) frame.bytes() + OVERHEAD_BYTES;
    }

    /** Returns the size of all frames, each by {@link #sizeOf}. */
    long bytes() {
        return bytes;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void add(TextFrame frame) {
        if (size == ring.length) {
            grow();
        }
        ring[(head + size) & (ring.length - 1)] = frame;
        size++;
        bytes += sizeOf(frame);
    }

    /**
     * Moves frames from the head of the queue to an array, at least one if there is one.
     *
     * @param maxFrames the maximum number of frames, at most the length of the array
     * @param maxBytes the maximum size of all frames on the wire, unless the first one alone is larger
     * @return the number of frames
     */
    int drainTo(TextFrame[] target, int maxFrames, int maxBytes) {
        int count = 0;
        long taken = 0;
        while (count < maxFrames && size > 0) {
            TextFrame next = Objects.requireNonNull(ring[head]);
            taken += next.bytes();
            if (count > 0 && taken > maxBytes) {
                break;
            }
            bytes -= sizeOf(next);
            target[count++] = next;
            ring[head] = null;
            head = (head + 1) & (ring.length - 1);
            size--;
        }
        if (size == 0 && ring.length > MAX_KEPT) {
            clear();
        }
        return count;
    }

    void clear() {
        ring = NONE;
        head = 0;
        size = 0;
        bytes = 0;
    }

    private void grow() {
        @Nullable TextFrame[] larger = Arrays.copyOfRange(ring, head, head + Math.max(MIN_CAPACITY, 2 * ring.length));
        System.arraycopy(ring, 0, larger, ring.length - head, head); // the part that had wrapped around
        ring = larger;
        head = 0;
    }
}
