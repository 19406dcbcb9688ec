package dev.strait.server;

import dev.strait.runtime.ChannelDeploymentException;
import dev.strait.runtime.ChannelHub;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import jakarta.websocket.DeploymentException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * The embedded server: serves a hub's channels, static files and {@code /healthz} on one port. It stops when it is closed
 * and when the process is told to (SIGTERM): then it takes no more connections, the hub drains, and the port is free again.
 *
 * <pre>{@code
 * try (ChannelServer server = ChannelServer.start(hub, 8080)) {
 *     server.await();
 * }
 * }</pre>
 */
public final class ChannelServer implements AutoCloseable {

    /** Of one connection at a time. */
    static final int MAX_READ_BYTES = 65_536;

    private static final int MIN_READ_BYTES = 256;
    private static final int INITIAL_READ_BYTES = 2_048;

    /** Where a class path has what is for browsers; also where generated browser clients stand. */
    private static final String CLASS_PATH_FILES = "META-INF/resources/";

    private final ChannelHub hub;
    private final EventLoops loops;
    private final Channel listening;
    private final TyrusContainer container;
    private final AtomicBoolean isStopping;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread shutdownHook = new Thread(this::stop, "strait-stop");

    private ChannelServer(
            ChannelHub hub, EventLoops loops, Channel listening, TyrusContainer container, AtomicBoolean isStopping) {
        this.hub = hub;
        this.loops = loops;
        this.listening = listening;
        this.container = container;
        this.isStopping = isStopping;
    }

    /**
     * Starts a server on all addresses of the machine, with the files under {@code META-INF/resources} of the class path.
     *
     * @param port the port; 0 for any free one
     * @throws UncheckedIOException the port is taken
     * @throws ChannelDeploymentException a channel cannot be deployed
     */
    public static ChannelServer start(ChannelHub hub, int port) {
        return builder(hub).port(port).start();
    }

    /** A builder for a server with other files, another address, TLS or other limits. */
    public static Builder builder(ChannelHub hub) {
        return new Builder(hub);
    }

    /** The port that it listens on. */
    public int port() {
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    /** Blocks until the server is closed; an interruption closes it. */
    public void await() {
        try {
            closed.await();
        } catch (InterruptedException stop) {
            close(); // with the flag down, so that the hub can drain
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Stops listening, which frees the port, and drains the hub. Blocks until that is done; a second call does nothing. Not
     * to be called by a handler that promised not to block.
     */
    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException stopping) {
            // the process ends already, by way of that hook or beside it
        }
    }

    private void stop() {
        if (!isStopping.compareAndSet(false, true)) {
            return;
        }
        try {
            listening.close().awaitUninterruptibly();
            hub.close();
        } finally {
            loops.stop();
            container.stop();
            closed.countDown();
        }
    }

    /** Builds and starts a {@link ChannelServer}. */
    public static final class Builder {

        private static final int BACKLOG = 1_024;

        private final ChannelHub hub;
        private String host = "0.0.0.0";
        private int port = 8080;
        private @Nullable Path files;
        private @Nullable Path certificates;
        private @Nullable Path privateKey;
        private ServerLimits limits = ServerLimits.defaults();
        private int loopThreads = Runtime.getRuntime().availableProcessors();
        private boolean isNioTransport;

        private Builder(ChannelHub hub) {
            this.hub = hub;
        }

        /** The address to listen on; all addresses otherwise. */
        public Builder host(String host) {
            this.host = host;
            return this;
        }

        /** The port; 0 for any free one, 8080 if this is not called. */
        public Builder port(int port) {
            this.port = port;
            return this;
        }

        /** Serves the files of a folder instead of those on the class path; changes are seen at once. */
        public Builder files(Path folder) {
            this.files = folder;
            return this;
        }

        /**
         * Speaks TLS only, so https and wss.
         *
         * @param certificates a PEM file with the server's certificate and those that lead to its authority's
         * @param privateKey a PEM file with the certificate's key, by PKCS #8 and without a password
         */
        public Builder tls(Path certificates, Path privateKey) {
            this.certificates = certificates;
            this.privateKey = privateKey;
            return this;
        }

        /** What HTTP connections may use; {@link ServerLimits#defaults()} otherwise. */
        public Builder limits(ServerLimits limits) {
            this.limits = limits;
            return this;
        }

        /** How many threads read and write sockets; as many as there are processors otherwise. */
        public Builder loopThreads(int threads) {
            this.loopThreads = threads;
            return this;
        }

        /** Uses Java's own I/O also where the faster one of the system (epoll) is there. */
        public Builder nioTransport() {
            this.isNioTransport = true;
            return this;
        }

        /**
         * Deploys the hub and starts to listen.
         *
         * @throws UncheckedIOException the port is taken, or the files for TLS cannot be read
         * @throws ChannelDeploymentException a channel cannot be deployed
         */
        public ChannelServer start() {
            SslContext tls = tls();
            TyrusContainer container = new TyrusContainer(hub.maxMessageBytes());
            hub.deployTo(container);
            try {
                container.start(
                        TyrusContainer.ROOT, port); // before the port is open, so that no client comes too early
            } catch (DeploymentException | IOException refused) {
                throw new ChannelDeploymentException(List.of(String.valueOf(refused.getMessage())));
            }
            EventLoops loops = isNioTransport ? EventLoops.nio(loopThreads) : EventLoops.start(loopThreads);
            AtomicBoolean isStopping = new AtomicBoolean();
            WebSocketUpgrade upgrade = new WebSocketUpgrade(
                    container.getWebSocketEngine(),
                    loops,
                    hub.limits().closeTimeout().toMillis());
            ServerPipeline pipeline =
                    new ServerPipeline(limits, tls, new StaticFiles(source()), upgrade, isStopping::get);
            ChannelFuture bound = bootstrap(loops, pipeline).bind(host, port).awaitUninterruptibly();
            if (!bound.isSuccess()) {
                loops.stop();
                container.stop();
                String taken = "Port " + port + " of " + host + " cannot be listened on.";
                throw new UncheckedIOException(taken, new IOException(bound.cause()));
            }
            ChannelServer server = new ChannelServer(hub, loops, bound.channel(), container, isStopping);
            Runtime.getRuntime().addShutdownHook(server.shutdownHook);
            return server;
        }

        private static ServerBootstrap bootstrap(EventLoops loops, ServerPipeline pipeline) {
            return new ServerBootstrap()
                    .group(loops.group())
                    .channel(loops.serverChannel())
                    .childHandler(pipeline)
                    .option(ChannelOption.SO_BACKLOG, BACKLOG)
                    .option(ChannelOption.SO_REUSEADDR, true)
                    .childOption(ChannelOption.TCP_NODELAY, true)
                    .childOption(
                            ChannelOption.RECVBUF_ALLOCATOR,
                            new AdaptiveRecvByteBufAllocator(MIN_READ_BYTES, INITIAL_READ_BYTES, MAX_READ_BYTES));
        }

        private FileSource source() {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            return files == null ? FileSource.classPath(loader, CLASS_PATH_FILES) : FileSource.folder(files);
        }

        private @Nullable SslContext tls() {
            if (certificates == null || privateKey == null) {
                return null;
            }
            try {
                return SslContextBuilder.forServer(certificates.toFile(), privateKey.toFile())
                        .build();
            } catch (SSLException | IllegalArgumentException unreadable) {
                String text = "TLS cannot be set up with " + certificates + " and " + privateKey + ".";
                throw new UncheckedIOException(text, new IOException(unreadable));
            }
        }
    }
}
