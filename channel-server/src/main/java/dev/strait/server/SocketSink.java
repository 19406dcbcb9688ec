package dev.strait.server;

import dev.strait.runtime.spi.FrameBatch;
import dev.strait.runtime.spi.FrameSink;
import dev.strait.runtime.spi.TextReceiver;
import dev.strait.runtime.spi.WriteCallback;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.EventLoop;
import io.netty.channel.unix.FileDescriptor;
import io.netty.channel.unix.UnixChannel;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/** The socket of one upgraded connection. */
@SuppressWarnings("FutureReturnValueIgnored") // a failure closes the channel, which is handled
final class SocketSink implements FrameSink {

    private static final System.Logger LOG = System.getLogger(SocketSink.class.getName());

    private static final AtomicIntegerFieldUpdater<SocketSink> ENDING =
            AtomicIntegerFieldUpdater.newUpdater(SocketSink.class, "isEnding");

    private final Channel channel;
    private final JoinedFrames joined;
    private final boolean isSecure;
    /** The native socket, if bytes can be written to it directly; null with TLS or Java NIO. */
    private final @Nullable FileDescriptor descriptor;

    private final long closeMillis;

    private @Nullable ChannelHandlerContext context;
    private @Nullable TextReceiver receiver;
    private int maxBytes;
    private boolean hasInputEnded;
    /** Whether the hub does not want to read. */
    private volatile boolean isPaused;

    // Used by the event loop.

    private boolean isGone;
    /** Whether TCP has nothing more to read. */
    private boolean isInputShutdown;
    /** Called on the event loop when reading may go on. */
    private Runnable whenResumed = () -> {};

    /** 1 once the socket ends. */
    @SuppressWarnings("UnusedVariable") // written by its updater
    private volatile int isEnding;

    SocketSink(Channel channel, JoinedFrames joined, boolean isSecure, long closeMillis) {
        this.channel = channel;
        this.joined = joined;
        this.isSecure = isSecure;
        this.descriptor = channel instanceof UnixChannel unix && !isSecure ? unix.fd() : null;
        this.closeMillis = closeMillis;
    }

    /**
     * Called once, before the first write.
     *
     * @param whenResumed called on the event loop when reading may go on
     */
    void open(ChannelHandlerContext context, Runnable whenResumed) {
        this.context = context;
        this.whenResumed = whenResumed;
    }

    @Override
    public void pauseReading() {
        isPaused = true;
        if (channel.eventLoop().inEventLoop()) {
            applyReading();
        } else {
            onLoop(this::applyReading);
        }
    }

    /** On the loop, too, it takes effect later: the frame that causes it may still be in progress. */
    @Override
    public void resumeReading() {
        isPaused = false;
        onLoop(() -> {
            try {
                whenResumed.run();
            } catch (Throwable failed) { // as if it had been read now
                channel.pipeline().fireExceptionCaught(failed);
            } finally {
                applyReading();
            }
        });
    }

    private void onLoop(Runnable task) {
        try {
            channel.eventLoop().execute(task);
        } catch (RejectedExecutionException stopped) {
            LOG.log(System.Logger.Level.DEBUG, "The event loop has stopped, so its sockets are closed.", stopped);
        }
    }

    /** Whether what has arrived must wait. */
    boolean isPaused() {
        return isPaused && !isGone;
    }

    /** Reads nothing more, because the peer has ended its side of the TCP connection. On the event loop. */
    void endReading() {
        isInputShutdown = true;
    }

    /** Lets nothing wait any more, because the socket is gone. On the event loop. */
    void endPauses() {
        isGone = true;
    }

    /**
     * Reads, or not: the only place that decides. A peer that does not read what it is sent, such as pongs, is not read
     * either. A socket that ends is read in any case. On the event loop.
     */
    void applyReading() {
        if (isInputShutdown) {
            return; // epoll no longer watches the socket, so asking for more would fail and close it
        }
        channel.config().setAutoRead((channel.isWritable() && !isPaused) || isEnding());
    }

    @Override
    public Executor loop() {
        return channel.eventLoop();
    }

    /**
     * A task that is due at once still waits for the next round of the loop, which polls the sockets first. The executor
     * outlives this socket, so it must not refer to it.
     */
    @Override
    public Executor later() {
        EventLoop loop = channel.eventLoop();
        return task -> loop.schedule(task, 0, TimeUnit.NANOSECONDS);
    }

    @Override
    public void receive(TextReceiver receiver, int maxBytes) {
        this.receiver = receiver;
        this.maxBytes = maxBytes;
    }

    /** Returns the receiver of unfragmented text messages; null if there is none. */
    @Nullable
    TextReceiver receiver() {
        return receiver;
    }

    /** Called when the peer sends nothing more; with TLS usually twice. On the event loop. */
    void inputEnded() {
        if (receiver == null) { // the hub writes through the Jakarta API, which has no such event
            channel.close();
        } else if (!hasInputEnded) {
            hasInputEnded = true;
            receiver.inputEnded();
        }
    }

    int maxBytes() {
        return maxBytes;
    }

    @Override
    public boolean isSecure() {
        return isSecure;
    }

    @Override
    public void write(FrameBatch frames, WriteCallback callback) {
        ChannelHandlerContext out = Objects.requireNonNull(context);
        ByteBuf shared = joined.of(frames, out.alloc());
        try {
            int written = isEmpty() ? writeNow(shared) : 0;
            if (written == shared.readableBytes()) {
                callback.written(null);
            } else {
                writeLater(out, shared.retainedDuplicate().skipBytes(written), callback);
            }
        } catch (IOException failed) {
            callback.written(failed);
            channel.close();
        }
    }

    /**
     * Writes directly to the socket, which is faster than the pipeline. Called only when nothing else waits to be
     * written.
     */
    private int writeNow(ByteBuf bytes) throws IOException {
        if (descriptor == null || !channel.isActive() || !bytes.hasMemoryAddress()) {
            return 0;
        }
        return Math.max(0, descriptor.writeAddress(bytes.memoryAddress(), bytes.readerIndex(), bytes.writerIndex()));
    }

    private void writeLater(ChannelHandlerContext out, ByteBuf bytes, WriteCallback callback) {
        if (isSecure) {
            out.writeAndFlush(bytes).addListener(written -> callback.written(written.cause()));
            return;
        }
        out.write(bytes, channel.voidPromise());
        out.flush();
        if (isEmpty()) {
            callback.written(null);
        } else {
            // The socket is full or closed: this write completes after all earlier ones.
            out.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(written -> callback.written(written.cause()));
        }
    }

    /** Whether everything was passed to the system. Writes of other threads count as soon as they are requested. */
    private boolean isEmpty() {
        ChannelOutboundBuffer waiting = channel.unsafe().outboundBuffer();
        return waiting != null && waiting.totalPendingWriteBytes() == 0;
    }

    @Override
    public void abortAfter(long millis) {
        if (channel.isOpen()) {
            Future<?> abort = channel.eventLoop().schedule(() -> channel.close(), millis, TimeUnit.MILLISECONDS);
            channel.closeFuture().addListener(closed -> abort.cancel(false));
        }
    }

    /**
     * Ends the socket once everything before is written: after the close frame, whether the peer answers it or not. What
     * the peer still sends is read and discarded.
     */
    void endAfterWrites() {
        if (!ENDING.compareAndSet(this, 0, 1)) {
            return; // Tyrus calls more than once
        }
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(written -> {
            if (written.isSuccess()) {
                Lingering.begin(channel, closeMillis);
            } else {
                channel.close();
            }
        });
        abortAfter(closeMillis); // also if the write itself does not end
    }

    /** Whether what the peer sends is ignored. */
    boolean isEnding() {
        return isEnding != 0;
    }
}
