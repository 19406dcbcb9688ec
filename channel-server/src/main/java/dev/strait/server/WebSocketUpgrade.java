package dev.strait.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.ssl.SslHandler;
import jakarta.websocket.server.HandshakeRequest;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.glassfish.tyrus.core.RequestContext;
import org.glassfish.tyrus.core.TyrusUpgradeResponse;
import org.glassfish.tyrus.spi.Connection;
import org.glassfish.tyrus.spi.WebSocketEngine;
import org.jspecify.annotations.Nullable;

/** Upgrades HTTP connections to WebSockets, as Tyrus's engine decides. Called on the event loop of the connection. */
@SuppressWarnings("FutureReturnValueIgnored") // a failure closes the channel, which is handled
final class WebSocketUpgrade {

    private static final System.Logger LOG = System.getLogger(WebSocketUpgrade.class.getName());

    private final WebSocketEngine engine;
    private final EventLoops loops;
    private final long closeMillis;

    /**
     * Creates the upgrades of a server.
     *
     * @param closeMillis the maximum time for a peer to answer a close
     */
    WebSocketUpgrade(WebSocketEngine engine, EventLoops loops, long closeMillis) {
        this.engine = engine;
        this.loops = loops;
        this.closeMillis = closeMillis;
    }

    /** Upgrades the connection. Returns null, or the response if the upgrade is refused. */
    @Nullable
    Answer upgrade(ChannelHandlerContext context, FullHttpRequest request) {
        RequestTarget target;
        try {
            target = RequestTarget.parse(request.uri());
        } catch (IllegalArgumentException badEncoding) {
            return Answer.of(
                    Answer.text(HttpResponseStatus.BAD_REQUEST, "The path has an invalid percent-encoding.\n"));
        }
        if (target.path().startsWith("//")) { // a URI would take the first segment for a host
            return notFound();
        }
        Channel channel = context.channel();
        boolean isSecure = channel.pipeline().get(SslHandler.class) != null;
        SocketSink sink = new SocketSink(channel, loops.joinedFrames(channel), isSecure, closeMillis);
        TyrusUpgradeResponse response = new TyrusUpgradeResponse();
        WebSocketEngine.UpgradeInfo upgrade;
        try {
            upgrade = engine.upgrade(request(request, target, channel, sink), response);
        } catch (RuntimeException failed) {
            LOG.log(System.Logger.Level.ERROR, "A handshake failed.", failed);
            return Answer.of(
                    Answer.text(HttpResponseStatus.INTERNAL_SERVER_ERROR, "The handshake failed in the server.\n"));
        }
        switch (upgrade.getStatus()) {
            case SUCCESS -> {
                context.write(head(response));
                open(context, upgrade, sink);
                return null;
            }
            case HANDSHAKE_FAILED -> {
                return Answer.of(head(response));
            }
            default -> {
                return notFound();
            }
        }
    }

    private static Answer notFound() {
        return Answer.of(Answer.text(HttpResponseStatus.NOT_FOUND, "No channel is served at this path.\n"));
    }

    private void open(ChannelHandlerContext context, WebSocketEngine.UpgradeInfo upgrade, SocketSink sink) {
        Channel channel = context.channel();
        loops.addWebSocket(channel);
        Connection connection =
                upgrade.createConnection(new SocketWriter(channel, sink), reason -> sink.endAfterWrites());
        ChannelPipeline pipeline = context.pipeline();
        SocketHandler socket = new SocketHandler(connection, sink);
        pipeline.addLast(ServerPipeline.SOCKET, socket);
        sink.open(pipeline.context(ServerPipeline.SOCKET), socket::readHeld);
        ServerPipeline.removeHttp(pipeline); // bytes after the request go to the socket
        channel.flush();
    }

    private static RequestContext request(
            FullHttpRequest request, RequestTarget target, Channel channel, SocketSink sink) {
        InetSocketAddress local = (InetSocketAddress) channel.localAddress();
        InetSocketAddress remote = (InetSocketAddress) channel.remoteAddress();
        RequestContext context = RequestContext.Builder.create()
                .requestURI(URI.create(target.path()))
                .queryString(target.query())
                .secure(sink.isSecure())
                .remoteAddr(remote.getAddress().getHostAddress())
                .serverAddr(local.getAddress().getHostAddress())
                .serverPort(local.getPort())
                // The only way to pass an object to the configurator.
                .httpSession(sink)
                .build();
        OpeningHandshake.forEngine(request.headers())
                .forEach(header -> context.getHeaders()
                        .computeIfAbsent(header.getKey(), name -> new ArrayList<>(1))
                        .addAll(values(header.getKey(), header.getValue())));
        return context;
    }

    /** Tyrus expects one value for each subprotocol, and all other headers unchanged. */
    private static List<String> values(String name, String value) {
        if (!name.equalsIgnoreCase(HandshakeRequest.SEC_WEBSOCKET_PROTOCOL)) {
            return List.of(value);
        }
        return Arrays.stream(value.split(",", -1)).map(String::strip).toList();
    }

    private static HttpResponse head(TyrusUpgradeResponse response) {
        HttpResponse head =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(response.getStatus()));
        response.getHeaders().forEach((name, values) -> head.headers().set(name, String.join(", ", values)));
        if (response.getStatus() != HttpResponseStatus.SWITCHING_PROTOCOLS.code()) {
            head.headers().set(HttpHeaderNames.CONTENT_LENGTH, 0);
        }
        return head;
    }
}
