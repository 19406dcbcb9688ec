package dev.strait.server;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import java.nio.ByteBuffer;
import org.glassfish.tyrus.spi.CompletionHandler;
import org.glassfish.tyrus.spi.Writer;
import org.jspecify.annotations.Nullable;

/** How Tyrus' engine writes: pongs, pings and close frames. Any thread. */
final class SocketWriter extends Writer {

    private final Channel channel;

    SocketWriter(Channel channel) {
        this.channel = channel;
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
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
    }
}
