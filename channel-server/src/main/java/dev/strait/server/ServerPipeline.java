package dev.strait.server;

import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.stream.ChunkedWriteHandler;
import io.netty.handler.timeout.WriteTimeoutHandler;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Sets up the pipeline of a new connection: TLS if configured, then HTTP with its limits. */
final class ServerPipeline extends ChannelInitializer<SocketChannel> {

    /** The name of the handler of an upgraded connection. */
    static final String SOCKET = "socket";

    private static final String ADDRESSES = "addresses";
    private static final String DEADLINE = "deadline";
    private static final String SINGLE_HANDSHAKE = "single handshake";
    private static final String TLS = "tls";
    private static final String CODEC = "codec";
    private static final String AGGREGATOR = "aggregator";
    private static final String FLOW_CONTROL = "flow control";
    private static final String WRITE_TIMEOUT = "write timeout";
    private static final String CHUNKED_WRITES = "chunked writes";
    private static final String REQUESTS = "requests";

    private final ServerLimits limits;
    private final @Nullable SslContext tls;
    private final StaticFiles files;
    private final Pages pages;
    private final WebSocketUpgrade upgrade;
    private final BooleanSupplier isStopping;
    private final BooleanSupplier isRunning;
    private final AddressLimit addresses;

    ServerPipeline(
            ServerLimits limits,
            @Nullable SslContext tls,
            StaticFiles files,
            Pages pages,
            WebSocketUpgrade upgrade,
            BooleanSupplier isStopping,
            BooleanSupplier isRunning) {
        this.limits = limits;
        this.tls = tls;
        this.files = files;
        this.pages = pages;
        this.upgrade = upgrade;
        this.isStopping = isStopping;
        this.isRunning = isRunning;
        this.addresses = new AddressLimit(limits.maxConnectionsPerAddress());
    }

    @Override
    protected void initChannel(SocketChannel channel) {
        ChannelPipeline pipeline = channel.pipeline();
        RequestDeadline deadline = new RequestDeadline(limits);
        pipeline.addLast(ADDRESSES, addresses);
        pipeline.addLast(DEADLINE, deadline);
        if (tls != null) {
            SslHandler handler = tls.newHandler(channel.alloc());
            handler.setHandshakeTimeoutMillis(limits.requestTimeout().toMillis());
            pipeline.addLast(SINGLE_HANDSHAKE, new SingleHandshake());
            pipeline.addLast(TLS, handler);
        }
        pipeline.addLast(
                CODEC,
                new HttpServerCodec(new HttpDecoderConfig()
                        .setMaxInitialLineLength(limits.maxRequestLineBytes())
                        .setMaxHeaderSize(limits.maxHeaderBytes())));
        pipeline.addLast(AGGREGATOR, new WholeRequests(limits.maxBodyBytes()));
        pipeline.addLast(FLOW_CONTROL, new FlowControlHandler());
        pipeline.addLast(
                WRITE_TIMEOUT, new WriteTimeoutHandler(limits.keepAliveTimeout().toMillis(), TimeUnit.MILLISECONDS));
        pipeline.addLast(CHUNKED_WRITES, new ChunkedWriteHandler());
        pipeline.addLast(
                REQUESTS,
                new HttpRequests(
                        files, pages, upgrade, deadline, isStopping, isRunning, limits.maxRequestsPerConnection()));
    }

    /** Keeps what follows a request as it is, until the connection is upgraded or closed. Responses can still be written. */
    static void endHttpInput(ChannelPipeline pipeline) {
        HttpServerCodec codec = pipeline.get(HttpServerCodec.class);
        if (codec != null) {
            codec.removeInboundHandler();
        }
    }

    /** Removes the HTTP handlers of a connection that was upgraded. */
    static void removeHttp(ChannelPipeline pipeline) {
        List.of(DEADLINE, WRITE_TIMEOUT, CHUNKED_WRITES, FLOW_CONTROL, AGGREGATOR, REQUESTS, CODEC)
                .forEach(pipeline::remove);
    }
}
