package dev.strait.benchmarks.peers;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;

/** Chat on Netty with the native epoll transport. */
public final class NettyServer {

    private static final WebSocketServerProtocolConfig CHAT = WebSocketServerProtocolConfig.newBuilder()
            .websocketPath("/ws/chat")
            .checkStartsWith(true)
            .build();

    private NettyServer() {}

    public static void main(String[] arguments) throws InterruptedException {
        EventLoopGroup group = new MultiThreadIoEventLoopGroup(EpollIoHandler.newFactory());
        new ServerBootstrap()
                .group(group)
                .channel(EpollServerSocketChannel.class)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(new HttpServerCodec())
                                .addLast(new HttpObjectAggregator(65536))
                                .addLast(new WebSocketServerProtocolHandler(CHAT))
                                .addLast(new ChatHandler());
                    }
                })
                .bind("127.0.0.1", Integer.parseInt(System.getenv("PORT")))
                .sync()
                .channel()
                .closeFuture()
                .sync();
    }
}
