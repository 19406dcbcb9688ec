package dev.strait.server;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.nio.ByteBuffer;
import org.glassfish.tyrus.spi.CompletionHandler;
import org.glassfish.tyrus.spi.Writer;
import org.jspecify.annotations.Nullable;

/** Writes the frames of Tyrus's engine: pongs, pings and close frames. Any thread. */
final class SocketWriter extends Writer {

    private final Channel channel;
    private final SocketSink sink;

    SocketWriter(Channel channel, SocketSink sink) {
        this.channel = channel;
        this.sink = sink;
    }

    @Override
    public void write(ByteBuffer buffer, @Nullable CompletionHandler<ByteBuffer> callback) {
        channel.writeAndFlush(Unpooled.wrappedBuffer(buffer)).addListener(written -> {
            if (callback == null) {
                return;
            }
            if (written.isSuccess()) {
                callback.completed(buffer);
            } else {
                callback.failed(written.cause());
            }
        });
    }

    /** Closes after everything that was written. */
    @Override
    public void close() {
        sink.endAfterWrites();
    }
}
