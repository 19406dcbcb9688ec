package dev.strait.server;

import dev.strait.runtime.spi.FrameBatch;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of the last batch of an event loop, because the next member of a room usually waits for the same batch. One
 * for each loop, used by it only.
 */
final class JoinedFrames {

    private @Nullable FrameBatch batch;
    private @Nullable ByteBuf bytes;

    /** Returns the bytes of a batch. Callers must not modify them, and retain them if they keep them. */
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
