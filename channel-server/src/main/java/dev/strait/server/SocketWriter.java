package dev.strait.server;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.nio.ByteBuffer;
import org.glassfish.tyrus.spi.CompletionHandler;
import org.glassfish.tyrus.spi.Writer;
import org.jspecify.annotations.Nullable;

/** How Tyrus' engine writes: pongs, pings and close frames. Any thread. */
final class SocketWriter extends Writer {

    private final Channel channel;
    private final SocketSink sink;

    SocketWriter(Channel channel, SocketSink sink) {
        this.channel = channel;
        this.sink = sink;
    }

    @Override
    public void write(ByteBuffer buffer, @Nullable CompletionHandler<ByteBuffer> report) {
        channel.writeAndFlush(Unpooled.wrappedBuffer(buffer)).addListener(written -> {
            if (report == null) {
                return;
            }
            if (written.isSuccess()) {
                report.completed(buffer);
            } else {
                report.failed(written.cause());
            }
        });
    }

    /** After what was written before. */
    @Override
    public void close() {
        sink.endAfterWrites();
    }
}
