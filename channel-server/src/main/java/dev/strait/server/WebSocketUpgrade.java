package dev.strait.server;

import dev.strait.runtime.spi.PendingHandshake;
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
import java.net.InetSocketAddress;
import java.util.function.Consumer;
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

    /**
     * Upgrades the connection, at once or after the application has decided.
     *
     * @param done called on the event loop, with null or with the response if the upgrade is refused; not called if the
     *     client has gone
     */
    void upgrade(ChannelHandlerContext context, FullHttpRequest request, Consumer<@Nullable Answer> done) {
        RequestTarget target;
        try {
            target = RequestTarget.parse(request.uri());
        } catch (IllegalArgumentException badEncoding) {
            done.accept(Answer.of(
                    Answer.text(HttpResponseStatus.BAD_REQUEST, "The path has an invalid percent-encoding.\n")));
            return;
        }
        if (target.path().startsWith("//")) { // a URI would take the first segment for a host
            done.accept(notFound());
            return;
        }
        Channel channel = context.channel();
        boolean isSecure = channel.pipeline().get(SslHandler.class) != null;
        UpgradeAttempt attempt = new UpgradeAttempt(
                target,
                OpeningHandshake.forEngine(request.headers()),
                (InetSocketAddress) channel.localAddress(),
                (InetSocketAddress) channel.remoteAddress(),
                new SocketSink(channel, loops.joinedFrames(channel), isSecure, closeMillis),
                null);
        Answer refusal;
        try {
            refusal = upgrade(context, attempt);
        } catch (PendingHandshake.Required required) {
            PendingHandshake handshake = required.handshake();
            PendingUpgrade.begin(context, handshake, () -> upgrade(context, attempt.accept(handshake)), done);
            return;
        }
        done.accept(refusal);
    }

    /** Returns null, or the response if the upgrade is refused. */
    private @Nullable Answer upgrade(ChannelHandlerContext context, UpgradeAttempt attempt) {
        TyrusUpgradeResponse response = new TyrusUpgradeResponse();
        WebSocketEngine.UpgradeInfo upgrade;
        try {
            upgrade = engine.upgrade(attempt.request(), response);
        } catch (PendingHandshake.Required required) {
            throw required;
        } catch (RuntimeException failed) {
            LOG.log(System.Logger.Level.ERROR, "A handshake failed.", failed);
            return Answer.of(
                    Answer.text(HttpResponseStatus.INTERNAL_SERVER_ERROR, "The handshake failed in the server.\n"));
        }
        switch (upgrade.getStatus()) {
            case SUCCESS -> {
                context.write(head(response));
                open(context, upgrade, attempt.sink());
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
