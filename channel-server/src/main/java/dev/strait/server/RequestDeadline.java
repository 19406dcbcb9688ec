package dev.strait.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Closes a connection that takes too long over a request, or has none for too long. Touched by the loop's thread only. */
@SuppressWarnings("FutureReturnValueIgnored") // what fails closes the channel, and that is heard
final class RequestDeadline extends ChannelInboundHandlerAdapter {

    private final ServerLimits limits;
    private @Nullable Future<?> deadline;
    /** Between a response and the first byte of the next request. */
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

    /** A request is there as a whole. */
    void received() {
        cancel();
    }

    /** Its response is written. */
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
