package dev.strait.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Closes new connections of an address that has the maximum number. One instance serves all connections. */
@SuppressWarnings("FutureReturnValueIgnored") // a failure closes the channel, which is handled
@Sharable
final class AddressLimit extends ChannelInboundHandlerAdapter {

    private final int max;
    private final Map<InetAddress, Integer> open = new ConcurrentHashMap<>();

    AddressLimit(int max) {
        this.max = max;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        Channel channel = context.channel();
        context.pipeline().remove(this);
        if (channel.remoteAddress() instanceof InetSocketAddress remote) {
            InetAddress address = remote.getAddress();
            if (open.merge(address, 1, Integer::sum) > max) {
                release(address);
                channel.close();
                return;
            }
            channel.closeFuture().addListener(closed -> release(address));
        }
        context.fireChannelActive();
    }

    private void release(InetAddress address) {
        open.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
    }
}
