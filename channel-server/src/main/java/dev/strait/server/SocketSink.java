package dev.strait.server;

import dev.strait.runtime.spi.FrameBatch;
import dev.strait.runtime.spi.FrameSink;
import dev.strait.runtime.spi.TextReceiver;
import dev.strait.runtime.spi.Written;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One connection's socket. */
final class SocketSink implements FrameSink {

    private final Channel channel;
    private final JoinedFrames joined;
    private final boolean isSecure;
    /** What the channel tells while nothing waits in it. */
    private final long emptyBytes;

    private @Nullable ChannelHandlerContext context;
    private @Nullable TextReceiver receiver;
    private int mostBytes;

    SocketSink(Channel channel, JoinedFrames joined, boolean isSecure) {
        this.channel = channel;
        this.joined = joined;
        this.isSecure = isSecure;
        this.emptyBytes = channel.bytesBeforeUnwritable();
    }

    /** Called once, before the first write. */
    void open(ChannelHandlerContext context) {
        this.context = context;
    }

    @Override
    public Executor loop() {
        return channel.eventLoop();
    }

    @Override
    public void receive(TextReceiver receiver, int mostBytes) {
        this.receiver = receiver;
        this.mostBytes = mostBytes;
    }

    /** Where whole text messages go; null if nobody wants them. */
    @Nullable
    TextReceiver receiver() {
        return receiver;
    }

    int mostBytes() {
        return mostBytes;
    }

    @Override
    public boolean isSecure() {
        return isSecure;
    }

    @Override
    public void write(FrameBatch frames, Written report) {
        ChannelHandlerContext out = Objects.requireNonNull(context);
        ByteBuf shared = joined.of(frames, out.alloc());
        out.write(shared.retainedDuplicate(), channel.voidPromise());
        out.flush();
        if (channel.bytesBeforeUnwritable() == emptyBytes) {
            report.written(null);
        } else {
            // The socket is full, or gone: this is reported when all before it is.
            out.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(written -> report.written(written.cause()));
        }
    }

    @Override
    public void abortAfter(long millis) {
        if (channel.isOpen()) {
            Future<?> abort = channel.eventLoop().schedule(() -> channel.close(), millis, TimeUnit.MILLISECONDS);
            channel.closeFuture().addListener(closed -> abort.cancel(false));
        }
    }

    /** Closes the socket once what was written before is on its way. */
    void endAfterWrites() {
        Objects.requireNonNull(context).writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
    }
}
