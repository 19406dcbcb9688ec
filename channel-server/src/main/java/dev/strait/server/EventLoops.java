package dev.strait.server;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.netty.util.concurrent.ThreadPerTaskExecutor;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** The event loops of a server, with epoll where it is available and Java NIO elsewhere. */
final class EventLoops {

    private static final int KERNEL_QUEUE_BYTES = 131_072;
    private static final long MAX_STOP_MILLIS = 2_000;
    /** How long WebSockets have to end by themselves. */
    private static final long MAX_END_MILLIS = 1_000;

    private static final long REPORT_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long MAX_SILENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final IoHandlerFactory io;
    private final Executor threads = new ThreadPerTaskExecutor(new DefaultThreadFactory("strait-loop"));
    private final WorkingLoops working = new WorkingLoops(this::newLoop, REPORT_NANOS, MAX_SILENCE_NANOS);
    /** Those that take the place of others. */
    private final Queue<EventLoopGroup> replacements = new ConcurrentLinkedQueue<>();

    private final EventLoopGroup group;
    private final Class<? extends ServerSocketChannel> serverChannel;
    private final Map<EventExecutor, JoinedFrames> joined = new ConcurrentHashMap<>();
    private final ChannelGroup webSockets = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

    private EventLoops(IoHandlerFactory io, Class<? extends ServerSocketChannel> serverChannel, int count) {
        this.io = io;
        this.group = new MultiThreadIoEventLoopGroup(count, threads, working, io);
        this.serverChannel = serverChannel;
    }

    static EventLoops start(int threads) {
        return Epoll.isAvailable()
                ? new EventLoops(EpollIoHandler.newFactory(), EpollServerSocketChannel.class, threads)
                : nio(threads);
    }

    /** Returns event loops with Java NIO. */
    static EventLoops nio(int threads) {
        return new EventLoops(NioIoHandler.newFactory(), NioServerSocketChannel.class, threads);
    }

    private EventLoop newLoop() {
        EventLoopGroup one = new MultiThreadIoEventLoopGroup(1, threads, io);
        replacements.add(one);
        return one.next();
    }

    /** Whether all loops run. */
    boolean areRunning() {
        return working.areRunning();
    }

    EventLoopGroup group() {
        return group;
    }

    /**
     * Limits what the kernel keeps for a client that does not read. Everything else waits in the queue of the connection,
     * where it is counted.
     */
    void limitKernelQueue(ServerBootstrap bootstrap) {
        if (serverChannel == EpollServerSocketChannel.class) {
            bootstrap.childOption(EpollChannelOption.TCP_NOTSENT_LOWAT, (long) KERNEL_QUEUE_BYTES);
        } else {
            bootstrap.childOption(ChannelOption.SO_SNDBUF, KERNEL_QUEUE_BYTES);
        }
    }

    Class<? extends ServerSocketChannel> serverChannel() {
        return serverChannel;
    }

    /** Returns the joined frames of the channel's event loop. */
    JoinedFrames joinedFrames(Channel channel) {
        return joined.computeIfAbsent(channel.eventLoop(), loop -> new JoinedFrames());
    }

    /** Adds a connection that was upgraded. */
    void addWebSocket(Channel channel) {
        webSockets.add(channel);
    }

    /**
     * Blocks until the WebSockets, which the hub has closed, and then the threads have ended. The time is limited: a peer may
     * not read, and a non-blocking handler may block in spite of its promise. A loop that stops discards what waits to be
     * written, such as a close frame that the hub has just passed to it.
     */
    void stop() {
        webSockets.newCloseFuture().awaitUninterruptibly(MAX_END_MILLIS);
        for (EventLoopGroup one : replacements) {
            Future<?> unused = one.shutdownGracefully(0, MAX_STOP_MILLIS, TimeUnit.MILLISECONDS);
        }
        group.shutdownGracefully(0, MAX_STOP_MILLIS, TimeUnit.MILLISECONDS).awaitUninterruptibly(2 * MAX_STOP_MILLIS);
        if (!group.isTerminated() || !replacements.stream().allMatch(EventLoopGroup::isTerminated)) {
            return;
        }
        joined.values().forEach(JoinedFrames::release);
        joined.clear();
    }
}
