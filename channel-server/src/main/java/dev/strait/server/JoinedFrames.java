package dev.strait.server;

import dev.strait.runtime.spi.FrameBatch;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of the last batch that a loop wrote: most often the next member of the room waits for the same. One for each
 * loop, touched by its thread only.
 */
final class JoinedFrames {

    private @Nullable FrameBatch batch;
    private @Nullable ByteBuf bytes;

    /** For reading only; who keeps it retains it. */
    ByteBuf of(FrameBatch frames, ByteBufAllocator allocator) {
        ByteBuf known = bytes;
        if (known != null && batch == frames) {
            return known;
        }
        release();
        ByteBuf joined = allocator.directBuffer(frames.wireBytes(), frames.wireBytes());
        frames.writeTo(joined.internalNioBuffer(0, frames.wireBytes()));
        joined.writerIndex(frames.wireBytes());
        batch = frames;
        bytes = joined;
        return joined;
    }

    void release() {
        if (bytes != null) {
            bytes.release();
            bytes = null;
            batch = null;
        }
    }
}
