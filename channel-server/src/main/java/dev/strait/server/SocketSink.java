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
import io.netty.channel.unix.FileDescriptor;
import io.netty.channel.unix.UnixChannel;
import java.io.IOException;
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
    /** The socket itself, where the system's own input and output are used, and bytes go out as they are. */
    private final @Nullable FileDescriptor descriptor;
    /** What the channel tells while nothing waits in it. */
    private final long emptyBytes;

    private @Nullable ChannelHandlerContext context;
    private @Nullable TextReceiver receiver;
    private int mostBytes;

    SocketSink(Channel channel, JoinedFrames joined, boolean isSecure) {
        this.channel = channel;
        this.joined = joined;
        this.isSecure = isSecure;
        this.descriptor = channel instanceof UnixChannel unix && !isSecure ? unix.fd() : null;
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
        try {
            int written = isEmpty() ? writeNow(shared) : 0;
            if (written == shared.readableBytes()) {
                report.written(null);
            } else {
                writeLater(out, shared.retainedDuplicate().skipBytes(written), report);
            }
        } catch (IOException gone) {
            report.written(gone);
            channel.close();
        }
    }

    /** Nothing waits in the channel, and nobody else writes: then Netty's own way through it costs more than it brings. */
    private int writeNow(ByteBuf bytes) throws IOException {
        if (descriptor == null || !channel.isActive()) {
            return 0;
        }
        return Math.max(0, descriptor.writeAddress(bytes.memoryAddress(), bytes.readerIndex(), bytes.writerIndex()));
    }

    private void writeLater(ChannelHandlerContext out, ByteBuf bytes, Written report) {
        out.write(bytes, channel.voidPromise());
        out.flush();
        if (isEmpty()) {
            report.written(null);
        } else {
            // The socket is full, or gone: this is reported when all before it is.
            out.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(written -> report.written(written.cause()));
        }
    }

    private boolean isEmpty() {
        return channel.bytesBeforeUnwritable() == emptyBytes;
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
