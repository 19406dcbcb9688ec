package dev.strait.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Reads on after the last byte of the server and discards what arrives, until the peer ends the connection. A socket that
 * is closed while input is unread is reset by TCP (RFC 9293, 3.10.4), and the peer may lose the last bytes sent to it, such
 * as a close frame or an HTTP error.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a failure closes the channel
final class Lingering extends ChannelInboundHandlerAdapter {

    /** How long a client has to read its last response while it still sends. */
    static final long HTTP_MILLIS = 1_000;

    /** The buffers of both systems, and the rest of a message that is too large. */
    private static final long MAX_BYTES = 8L << 20;

    private long bytes;

    private Lingering() {}

    /**
     * Ends the output of a channel, and closes it when the peer has ended its side, has sent 8 MiB more, or the time is up.
     * Called on the channel's loop, once everything is written.
     */
    static void begin(Channel channel, long millis) {
        if (!(channel instanceof DuplexChannel duplex)) {
            channel.close();
            return;
        }
        Future<?> abort = channel.eventLoop().schedule(() -> channel.close(), millis, TimeUnit.MILLISECONDS);
        channel.closeFuture().addListener(closed -> abort.cancel(false));
        SslHandler tls = channel.pipeline().get(SslHandler.class);
        ChannelFuture ended = tls == null ? channel.newSucceededFuture() : tls.closeOutbound();
        ended.addListener(closeNotify -> {
            if (!closeNotify.isSuccess()) {
                channel.close();
                return;
            }
            channel.pipeline().addFirst(new Lingering()); // in front of TLS and HTTP, which read nothing more
            boolean hasPeerEnded = duplex.isInputShutdown();
            if (!hasPeerEnded) {
                channel.config().setAutoRead(true);
            }
            duplex.shutdownOutput();
            if (hasPeerEnded) {
                channel.close();
            }
        });
    }

    /** The peer has ended its side too. */
    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            context.close();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        bytes += ((ByteBuf) message).readableBytes();
        ReferenceCountUtil.release(message);
        if (bytes > MAX_BYTES) {
            context.close();
        }
    }

    /** The handlers behind have read nothing. */
    @Override
    public void channelReadComplete(ChannelHandlerContext context) {}
}
