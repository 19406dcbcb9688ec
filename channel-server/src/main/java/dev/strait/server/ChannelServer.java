package dev.strait.server;

import dev.strait.runtime.ChannelDeploymentException;
import dev.strait.runtime.ChannelHub;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.handler.ssl.SslContext;
import jakarta.websocket.DeploymentException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The embedded server. It serves the channels of a hub, static files and {@code /healthz} on one port. It stops when it
 * is closed or the process receives SIGTERM: it stops listening, which frees the port, and closes the hub, which drains
 * the connections.
 *
 * <pre>{@code
 * try (ChannelServer server = ChannelServer.start(hub, 8080)) {
 *     server.await();
 * }
 * }</pre>
 *
 * <p>Safe for all threads.
 */
public final class ChannelServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ChannelServer.class.getName());

    /** The maximum number of bytes that are read from one connection at a time. */
    static final int MAX_READ_BYTES = 65_536;

    private static final int MIN_READ_BYTES = 256;
    private static final int INITIAL_READ_BYTES = 2_048;

    /** Where libraries keep files for browsers on the class path, generated browser clients included. */
    private static final String CLASS_PATH_FILES = "META-INF/resources/";

    /** Where the generated browser clients are. */
    private static final String CLIENTS = "strait/";

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
     * Starts a server on all addresses, with the static files under {@code META-INF/resources} of the class path.
     *
     * @param port the port; 0 for any free port
     * @throws UncheckedIOException if the port is in use
     * @throws ChannelDeploymentException if a channel cannot be deployed
     */
    public static ChannelServer start(ChannelHub hub, int port) {
        return builder(hub).port(port).start();
    }

    /** Returns a builder for a server with another address, other files, TLS or other limits. */
    public static Builder builder(ChannelHub hub) {
        return new Builder(hub);
    }

    /** Returns the port that the server listens on. */
    public int port() {
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    /**
     * Blocks until the server is closed. If the thread is interrupted, this closes the server and keeps the interrupt
     * status.
     */
    public void await() {
        try {
            closed.await();
        } catch (InterruptedException stop) {
            close(); // while the interrupt status is cleared, so that the hub can drain
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Stops listening, which frees the port, and closes the hub. Blocks until the connections are drained; see
     * {@link ChannelHub#close()}. A second call does nothing.
     *
     * <p>A non-blocking handler must not call it: it would block the event loop that the server waits for.
     */
    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException stopping) {
            // the process is already exiting
        }
    }

    private void stop() {
        if (!isStopping.compareAndSet(false, true)) {
            return;
        }
        try {
            OwnThread.call(() -> listening.close().awaitUninterruptibly());
            hub.close(); // on this thread, which may be one of the hub's own
        } finally {
            OwnThread.call(() -> {
                loops.stop();
                container.stop();
                return true;
            });
            closed.countDown();
        }
    }

    /** Builds and starts a {@link ChannelServer}. Not safe for several threads. */
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
        private Pages.Audience audience = Pages.Audience.THIS_MACHINE;

        private Builder(ChannelHub hub) {
            this.hub = hub;
        }

        /** Sets the address to listen on. The default is all addresses. */
        public Builder host(String host) {
            this.host = host;
            return this;
        }

        /** Sets the port; 0 for any free port. The default is 8080. */
        public Builder port(int port) {
            this.port = port;
            return this;
        }

        /**
         * Serves the files of a folder instead of those on the class path. Changes take effect at once. The generated browser
         * clients, under {@code /strait/}, always come from the class path.
         */
        public Builder files(Path folder) {
            this.files = folder;
            return this;
        }

        /**
         * Serves https and wss only.
         *
         * @param certificates a PEM file with the certificate of the server, followed by the intermediate certificates
         * @param privateKey a PEM file with the private key, in PKCS #8 format and without a password
         */
        public Builder tls(Path certificates, Path privateKey) {
            this.certificates = Objects.requireNonNull(certificates, "certificates");
            this.privateKey = Objects.requireNonNull(privateKey, "privateKey");
            return this;
        }

        /**
         * Sets who may see the page {@code /channels}, which documents the channels and lets one try them, and the AsyncAPI
         * documents. By default, these are browsers on the machine of the server that reach it without a proxy.
         *
         * @param visible true to show them to everyone, false to hide them from everyone
         */
        public Builder pages(boolean visible) {
            this.audience = visible ? Pages.Audience.EVERYONE : Pages.Audience.NO_ONE;
            return this;
        }

        /** Sets the limits of HTTP connections. The default is {@link ServerLimits#defaults()}. */
        public Builder limits(ServerLimits limits) {
            this.limits = limits;
            return this;
        }

        /** Sets the number of threads that read and write sockets. The default is the number of processors. */
        public Builder loopThreads(int threads) {
            this.loopThreads = threads;
            return this;
        }

        /** Uses Java NIO even where epoll is available. */
        public Builder nioTransport() {
            this.isNioTransport = true;
            return this;
        }

        /**
         * Starts to listen and deploys the hub. If the port cannot be used, the hub is not deployed, and can be started
         * again.
         *
         * @throws UncheckedIOException if the port is in use, or a TLS file cannot be read
         * @throws ChannelDeploymentException if a channel cannot be deployed
         */
        public ChannelServer start() {
            FileSource source = source(); // has the context class loader of the caller
            ChannelServer server = OwnThread.call(() -> start(source));
            Runtime.getRuntime().addShutdownHook(server.shutdownHook);
            return server;
        }

        private ChannelServer start(FileSource source) {
            SslContext tls = tls();
            TyrusContainer container = new TyrusContainer(hub.maxMessageBytes());
            EventLoops loops = isNioTransport ? EventLoops.nio(loopThreads) : EventLoops.start(loopThreads);
            AtomicBoolean isStopping = new AtomicBoolean();
            WebSocketUpgrade upgrade = new WebSocketUpgrade(
                    container.getWebSocketEngine(),
                    loops,
                    hub.limits().closeTimeout().toMillis());
            ServerPipeline pipeline = new ServerPipeline(
                    limits,
                    tls,
                    new StaticFiles(source),
                    new Pages(audience, hub::clientChannels),
                    upgrade,
                    isStopping::get,
                    loops::areRunning);
            ChannelFuture bound = bootstrap(loops, pipeline).bind(host, port).awaitUninterruptibly();
            if (!bound.isSuccess()) {
                loops.stop();
                String message =
                        "Cannot listen on port " + port + " of " + host + ". Another process may use the port.";
                throw new UncheckedIOException(message, new IOException(bound.cause()));
            }
            try {
                hub.deployTo(container);
                container.start(TyrusContainer.ROOT, port);
            } catch (DeploymentException | IOException refused) {
                stop(bound.channel(), loops, container);
                throw new ChannelDeploymentException(List.of(String.valueOf(refused.getMessage())));
            } catch (RuntimeException failed) {
                stop(bound.channel(), loops, container);
                throw failed;
            }
            // One entry before connections are accepted: a logger that loads its first classes when no file descriptor
            // is
            // left stays broken.
            LOG.log(System.Logger.Level.INFO, "Listening on " + bound.channel().localAddress() + ".");
            bound.channel().config().setAutoRead(true); // accept connections, now that they can be served
            return new ChannelServer(hub, loops, bound.channel(), container, isStopping);
        }

        private static void stop(Channel listening, EventLoops loops, TyrusContainer container) {
            listening.close().awaitUninterruptibly();
            loops.stop();
            container.stop();
        }

        private static ServerBootstrap bootstrap(EventLoops loops, ServerPipeline pipeline) {
            ServerBootstrap bootstrap = new ServerBootstrap();
            loops.limitKernelQueue(bootstrap);
            return bootstrap
                    .group(loops.group())
                    .channel(loops.serverChannel())
                    .handler(new AcceptFailures())
                    .childHandler(pipeline)
                    .option(ChannelOption.SO_BACKLOG, BACKLOG)
                    .option(ChannelOption.SO_REUSEADDR, true)
                    .option(ChannelOption.AUTO_READ, false)
                    .childOption(ChannelOption.TCP_NODELAY, true)
                    .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                    .childOption(
                            ChannelOption.RECVBUF_ALLOCATOR,
                            new AdaptiveRecvByteBufAllocator(MIN_READ_BYTES, INITIAL_READ_BYTES, MAX_READ_BYTES));
        }

        private FileSource source() {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            FileSource classPath = FileSource.classPath(loader, CLASS_PATH_FILES);
            return files == null ? classPath : FileSource.under(CLIENTS, classPath, FileSource.folder(files));
        }

        private @Nullable SslContext tls() {
            if (certificates == null || privateKey == null) {
                return null;
            }
            try {
                return TlsFiles.read(certificates, privateKey);
            } catch (IOException unusable) {
                throw new UncheckedIOException("Cannot set up TLS. " + unusable.getMessage(), unusable);
            }
        }
    }
}
