package dev.strait.benchmarks.peers;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One connection in a room. The room is a channel group, which removes closed channels itself. */
final class ChatHandler extends SimpleChannelInboundHandler<TextWebSocketFrame> {

    private static final Map<String, ChannelGroup> ROOMS = new ConcurrentHashMap<>();

    private ChannelGroup room;

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
        if (event instanceof WebSocketServerProtocolHandler.HandshakeComplete handshake) {
            String path = handshake.requestUri();
            room = ROOMS.computeIfAbsent(
                    path.substring(path.lastIndexOf('/') + 1),
                    name -> new DefaultChannelGroup(GlobalEventExecutor.INSTANCE));
            room.add(context.channel());
        }
        super.userEventTriggered(context, event);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
        Json.Incoming message = Json.read(frame.text());
        if (message.isSay()) {
            String from = context.channel().id().asShortText();
            room.writeAndFlush(new TextWebSocketFrame(Json.said(from, message.text())));
        } else {
            context.writeAndFlush(new TextWebSocketFrame(Json.echoed(message.text())));
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
