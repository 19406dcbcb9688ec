package dev.strait.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Closes a connection that takes too long to send a request, or is idle for too long. Used by the event loop only. */
@SuppressWarnings("FutureReturnValueIgnored") // a failure closes the channel, which is handled
final class RequestDeadline extends ChannelInboundHandlerAdapter {

    private final ServerLimits limits;
    private @Nullable Future<?> deadline;
    /** Whether the connection is between a response and the first byte of the next request. */
    private boolean isIdle;

    RequestDeadline(ServerLimits limits) {
        this.limits = limits;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        start(context, limits.requestTimeout().toMillis());
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (isIdle) {
            isIdle = false;
            start(context, limits.requestTimeout().toMillis());
        }
        context.fireChannelRead(bytes);
    }

    /** Called when a request was received completely. */
    void received() {
        cancel();
    }

    /** Called when the response was written. */
    void responded(ChannelHandlerContext context) {
        isIdle = true;
        start(context, limits.keepAliveTimeout().toMillis());
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        cancel();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        cancel();
        context.fireChannelInactive();
    }

    private void start(ChannelHandlerContext context, long millis) {
        cancel();
        deadline = context.executor().schedule(() -> context.close(), millis, TimeUnit.MILLISECONDS);
    }

    private void cancel() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }
}
