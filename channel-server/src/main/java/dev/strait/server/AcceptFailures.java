package dev.strait.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Handles failures to accept a connection, such as when the process has no file descriptors left: it stops to accept for a
 * second, so that the loop serves its other sockets, and then tries again. Logs once per minute.
 */
final class AcceptFailures extends ChannelInboundHandlerAdapter {

    private static final System.Logger LOG = System.getLogger(AcceptFailures.class.getName());

    private static final long PAUSE_MILLIS = 1_000;
    private static final long LOG_NANOS = TimeUnit.MINUTES.toNanos(1);

    private boolean hasLogged;
    private long loggedAt;

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (context.channel().config().isAutoRead()) {
            context.channel().config().setAutoRead(false);
            Future<?> unused = context.channel()
                    .eventLoop()
                    .schedule(
                            () -> context.channel().config().setOption(ChannelOption.AUTO_READ, true),
                            PAUSE_MILLIS,
                            TimeUnit.MILLISECONDS);
        }
        long now = System.nanoTime();
        if (!hasLogged || now - loggedAt > LOG_NANOS) {
            hasLogged = true;
            loggedAt = now;
            LOG.log(
                    System.Logger.Level.WARNING,
                    "A connection could not be accepted. The server tries again every second. If the process has too few"
                            + " file descriptors, raise its limit (ulimit -n) or lower maxConnections.",
                    cause);
        }
    }
}
