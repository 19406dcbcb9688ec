package dev.strait.server;

import dev.strait.runtime.ChannelDeploymentException;
import dev.strait.runtime.ChannelHub;
import jakarta.websocket.DeploymentException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.glassfish.grizzly.http.server.CLStaticHttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.StaticHttpHandler;
import org.glassfish.grizzly.http.server.StaticHttpHandlerBase;
import org.glassfish.grizzly.strategies.WorkerThreadIOStrategy;
import org.glassfish.tyrus.container.grizzly.server.WebSocketAddOn;
import org.jspecify.annotations.Nullable;

/**
 * The embedded server: serves a hub's channels, static files and {@code /healthz} on one port. It stops when it is closed
 * and when the process is told to (SIGTERM): then the hub drains first, and the port is free again.
 *
 * <pre>{@code
 * try (ChannelServer server = ChannelServer.start(hub, 8080)) {
 *     server.await();
 * }
 * }</pre>
 */
public final class ChannelServer implements AutoCloseable {

    /** Where a class path has what is for browsers; also where generated browser clients stand. */
    private static final String CLASS_PATH_FILES = "META-INF/resources/";

    private static final String LISTENER = "strait";

    private final ChannelHub hub;
    private final HttpServer http;
    private final TyrusContainer container;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread stopWithProcess = new Thread(this::shutDown, "strait-stop");
    /** Guarded by this. */
    private boolean isClosing;

    private ChannelServer(ChannelHub hub, HttpServer http, TyrusContainer container) {
        this.hub = hub;
        this.http = http;
        this.container = container;
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

    /** A builder for a server with other files or another address. */
    public static Builder builder(ChannelHub hub) {
        return new Builder(hub);
    }

    /** The port that it listens on. */
    public int port() {
        return http.getListener(LISTENER).getPort();
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

    /** Drains the hub, stops listening and frees the port. Blocks until that is done; a second call does nothing. */
    @Override
    public void close() {
        shutDown();
        try {
            Runtime.getRuntime().removeShutdownHook(stopWithProcess);
        } catch (IllegalStateException stopping) {
            // the process ends already, by way of that hook or beside it
        }
    }

    private void shutDown() {
        synchronized (this) {
            if (isClosing) {
                return;
            }
            isClosing = true;
        }
        try {
            hub.close();
        } finally {
            http.shutdownNow();
            container.stop();
            closed.countDown();
        }
    }

    /** Builds and starts a {@link ChannelServer}. */
    public static final class Builder {

        private final ChannelHub hub;
        private String host = "0.0.0.0";
        private int port = 8080;
        private @Nullable Path files;

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
         * Deploys the hub and starts to listen.
         *
         * @throws UncheckedIOException the port is taken
         * @throws ChannelDeploymentException a channel cannot be deployed
         */
        public ChannelServer start() {
            TyrusContainer container = new TyrusContainer(hub.limits().frameBytes());
            hub.deployTo(container);
            HttpServer http = new HttpServer();
            NetworkListener listener = new NetworkListener(LISTENER, host, port);
            listener.getTransport().setIOStrategy(WorkerThreadIOStrategy.getInstance());
            listener.registerAddOn(new WebSocketAddOn(container, TyrusContainer.ROOT));
            http.addListener(listener);
            http.getServerConfiguration().addHttpHandler(files(), "/");
            http.getServerConfiguration().addHttpHandler(new HealthHandler(), "/healthz");
            ChannelServer server = new ChannelServer(hub, http, container);
            try {
                // The endpoints come before the port, so that no early client finds nothing there.
                container.start(TyrusContainer.ROOT, port);
                http.start();
            } catch (DeploymentException refused) {
                throw new ChannelDeploymentException(List.of(String.valueOf(refused.getMessage())));
            } catch (IOException taken) {
                http.shutdownNow();
                container.stop();
                throw new UncheckedIOException("Port " + port + " of " + host + " cannot be listened on.", taken);
            }
            Runtime.getRuntime().addShutdownHook(server.stopWithProcess);
            return server;
        }

        private StaticHttpHandlerBase files() {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            StaticHttpHandlerBase handler = files == null
                    ? new CLStaticHttpHandler(loader, CLASS_PATH_FILES)
                    : new StaticHttpHandler(files.toString());
            handler.setFileCacheEnabled(false);
            return handler;
        }
    }
}
