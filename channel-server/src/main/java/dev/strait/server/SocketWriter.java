package dev.strait.server;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import java.nio.ByteBuffer;
import org.glassfish.tyrus.spi.CompletionHandler;
import org.glassfish.tyrus.spi.Writer;
import org.jspecify.annotations.Nullable;

/** How Tyrus' engine writes: pongs, pings and close frames. Any thread. */
final class SocketWriter extends Writer {

    private final ChannelHandlerContext context;

    SocketWriter(ChannelHandlerContext context) {
        this.context = context;
    }

    @Override
    public void write(ByteBuffer buffer, @Nullable CompletionHandler<ByteBuffer> report) {
        context.writeAndFlush(Unpooled.wrappedBuffer(buffer)).addListener(written -> {
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
        context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
    }
}
