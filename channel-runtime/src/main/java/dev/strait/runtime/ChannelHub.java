package dev.strait.runtime;

import dev.strait.runtime.internal.cluster.NodeId;
import dev.strait.runtime.internal.handshake.Hosts;
import dev.strait.runtime.internal.handshake.Origins;
import dev.strait.runtime.internal.handshake.TrustedProxies;
import dev.strait.runtime.internal.node.InProcessBackplane;
import dev.strait.runtime.internal.node.Node;
import dev.strait.runtime.internal.node.NodeConfig;
import dev.strait.runtime.internal.work.HandlerThreads;
import dev.strait.runtime.internal.work.Ids;
import dev.strait.runtime.internal.work.NodeTimer;
import dev.strait.runtime.internal.work.WorkThreads;
import dev.strait.runtime.spi.Backplane;
import dev.strait.runtime.spi.ChannelContract;
import dev.strait.runtime.spi.ChannelEndpoint;
import dev.strait.runtime.spi.ChannelGateway;
import dev.strait.runtime.spi.HandlerInterceptor;
import dev.strait.runtime.spi.HandshakeAttributes;
import dev.strait.runtime.spi.RoomBinding;
import dev.strait.runtime.spi.RoomStates;
import dev.strait.runtime.spi.ThreadSource;
import dev.strait.runtime.spi.TimeSource;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The channels of an application, with their connections, rooms and limits. An application creates one hub, adds its
 * endpoints, deploys the hub once, and closes it at shutdown. Safe for all threads.
 *
 * <pre>{@code
 * ChannelHub hub = ChannelHub.create();
 * hub.add(ChatEndpoint.of(new ChatService()));
 * hub.deployTo(serverContainer);
 * }</pre>
 */
public final class ChannelHub implements AutoCloseable {

    private final Node node;

    private ChannelHub(Node node) {
        this.node = node;
    }

    /** Creates a hub with the default settings. */
    public static ChannelHub create() {
        return builder().build();
    }

    /** Returns a builder for a hub with other limits, a listener, or an executor of its own. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the limits of this hub. */
    public Limits limits() {
        return node.limits();
    }

    /**
     * Returns the maximum size of a client's message on any endpoint, in bytes of UTF-8. Containers that buffer whole
     * messages need at least this much.
     */
    public int maxMessageBytes() {
        return node.maxMessageBytes();
    }

    /**
     * Adds an endpoint. It serves its channel once the hub is deployed.
     *
     * @throws ChannelDeploymentException if the path is in use, the contract does not fit the protocol, or another
     *     endpoint of the channel has a different room object
     * @throws IllegalStateException if the hub is deployed or closed, or if the endpoint was added to a hub before
     */
    public void add(ChannelEndpoint endpoint) {
        node.add(endpoint);
    }

    /**
     * Deploys all endpoints to a container, with the origin check, limits and timers of this hub. A hub can be deployed
     * once, even if the container refuses an endpoint. The others then stay on the container, but refuse all connections.
     *
     * @throws ChannelDeploymentException if the container refuses endpoints; the message has one line for each
     * @throws IllegalStateException if the hub is deployed or closed
     */
    @SuppressWarnings("exports") // its users have the Jakarta API; modules of clients must not need it
    public void deployTo(ServerContainer container) {
        node.deployTo(container);
    }

    /**
     * Returns the configurations of all endpoints, for containers that collect them, such as through
     * {@link jakarta.websocket.server.ServerApplicationConfig}. The hub then counts as deployed.
     *
     * @throws IllegalStateException if the hub is deployed or closed
     */
    @SuppressWarnings("exports") // its users have the Jakarta API; modules of clients must not need it
    public Set<ServerEndpointConfig> endpointConfigs() {
        return node.endpointConfigs();
    }

    /**
     * Returns the qualified names of the contracts that generated clients can use, in the order of their endpoints: those
     * with Strait's own protocol and the path of the contract.
     */
    public List<String> clientChannels() {
        return node.clientChannels();
    }

    /**
     * Returns the state of each channel, in the order of their names. For health checks, metrics and tools, not for each
     * message: it visits all connections.
     */
    public List<ChannelView> channels() {
        return node.views();
    }

    /** Returns the state of the connection to the other nodes of the application. */
    public BackplaneView backplane() {
        return node.backplane();
    }

    /** Returns what this hub is doing. */
    public State state() {
        return node.state();
    }

    /** What a hub is doing. */
    public enum State {
        /** It is not deployed yet. */
        NEW,
        /** It is deployed, and accepts connections. */
        SERVING,
        /** Its deployment has failed, so it refuses all connections. */
        FAILED,
        /** It closes its connections, and accepts no others. */
        DRAINING,
        /** It is closed. */
        CLOSED
    }

    /**
     * Returns the gateway to a channel of this hub. Called by generated emitters, also before the endpoint is added.
     */
    public <R, O> ChannelGateway<R, O> channel(ChannelContract<R, ?, O> contract) {
        return node.channel(contract);
    }

    /**
     * Returns the rooms with state of a channel of this hub. Called by generated code, also before the endpoint is
     * added.
     *
     * @throws ChannelDeploymentException if another object serves the channel
     */
    public <S, T, R, I, O> RoomStates<S, T, R, O> rooms(RoomBinding<S, T, R, I, O> binding) {
        return node.rooms(binding);
    }

    /**
     * Closes all connections and stops the hub. Each client gets a goodbye with a delay of its own, and the closes
     * (1012) are spread over time, so that clients do not reconnect all at once.
     *
     * <p>Blocks until all connections are closed and their handlers have returned, for at most
     * {@link Limits#drainTimeout()} plus {@link Limits#closeTimeout()}. If a handler calls it, it does not wait for that
     * handler. A non-blocking handler must not call it: it would block its event loop. If the hub is closing, waits until
     * it is closed.
     *
     * @see #drain()
     */
    @Override
    public void close() {
        node.close();
    }

    /**
     * Closes all connections and stops the hub, like {@link #close()}, but does not block. A handler may call it; the hub
     * then waits for that handler too.
     *
     * @return completes when the hub is closed, on a thread of the hub or of a caller of {@link #close()}; never fails. It is
     *     complete when {@code close()} returns
     */
    public CompletionStage<Void> drain() {
        return node.drain();
    }

    /** Builds a {@link ChannelHub}. Not safe for several threads. */
    public static final class Builder {

        private static final int MAX_NODE_NAME = 100;

        private Limits limits = Limits.defaults();
        private final List<ChannelListener> listeners = new ArrayList<>();
        private final List<HandlerInterceptor> interceptors = new ArrayList<>();
        private final List<HandshakeAttributes> attributes = new ArrayList<>();
        private Backplane backplane = new InProcessBackplane();
        private TimeSource time = System::nanoTime;
        private Clock wallClock = Clock.systemUTC();
        private @Nullable Authenticator authenticator;
        private Origins origins = new Origins(Set.of());
        private Hosts hosts = new Hosts(Set.of());
        private TrustedProxies proxies = new TrustedProxies(Set.of());
        private @Nullable Executor executor;
        private @Nullable ScheduledExecutorService timer;
        private @Nullable ThreadSource threads;
        private @Nullable Ids ids;
        private @Nullable String node;
        private boolean isStandardApiOnly;

        private Builder() {}

        /** Sets the limits. The default is {@link Limits#defaults()}. */
        public Builder limits(Limits limits) {
            this.limits = limits;
            return this;
        }

        /** Adds a listener that observes the events of the hub. Listeners are called in the order of the calls. */
        public Builder listener(ChannelListener listener) {
            listeners.add(Objects.requireNonNull(listener, "listener"));
            return this;
        }

        /**
         * Adds an interceptor, which runs code around each call of handlers and rooms. The interceptors nest in the order of
         * the calls: the first one is the outermost.
         */
        public Builder around(HandlerInterceptor interceptor) {
            interceptors.add(Objects.requireNonNull(interceptor, "interceptor"));
            return this;
        }

        /** Sets single limits; the others keep their defaults. Replaces the limits of an earlier call. */
        public Builder limits(Consumer<? super Limits.Builder> settings) {
            Limits.Builder chosen = Limits.builder();
            settings.accept(chosen);
            return limits(chosen.build());
        }

        /**
         * Sets the executor that runs handlers. The caller shuts it down after the hub is closed. The default is
         * virtual threads on JDK 21 and newer, and a pool of at most {@link Limits#maxHandlerThreads()} on older JDKs.
         *
         * <p>The executor should have an unbounded queue, or a thread for each task. A rejected task is tried again within
         * a second. A task must not run on the thread that submits it, as with {@code CallerRunsPolicy}: that thread reads
         * sockets.
         */
        public Builder executor(Executor executor) {
            this.executor = executor;
            return this;
        }

        /**
         * Lets web pages of these origins connect, beside those of the server's own host and port. Replaces the origins
         * of an earlier call.
         *
         * @param origins origins such as {@code "https://app.example.com"}; {@code "*"} allows all, {@code "null"} pages
         *     without an origin, such as local files
         * @throws IllegalArgumentException if no browser sends one of them
         */
        public Builder allowOrigins(String... origins) {
            this.origins = new Origins(List.of(origins));
            return this;
        }

        /**
         * Accepts handshakes for these hosts only, as the {@code Host} header names them. By default all hosts are accepted,
         * so that a page whose name an attacker has pointed at the server's address (DNS rebinding) counts as its own. Set
         * this for servers that are reached without a login, such as those on localhost or inside a network. Replaces the
         * hosts of an earlier call.
         *
         * @param hosts hosts such as {@code "chat.example.com"}, which stands for any port, or {@code "localhost:8080"}
         * @throws IllegalArgumentException if no host is given, or if one of them is not a host as browsers send it
         */
        public Builder allowHosts(String... hosts) {
            if (hosts.length == 0) {
                throw new IllegalArgumentException("Name at least one host.");
            }
            this.hosts = new Hosts(List.of(hosts));
            return this;
        }

        /**
         * Names the proxies whose {@code X-Forwarded-For} and {@code X-Forwarded-Proto} headers count. The address of a
         * client is then the right-most one that is not such a proxy, and a page must have used TLS if the client did. By
         * default the headers are ignored, because anyone can send them. Replaces the proxies of an earlier call.
         *
         * @param addresses IP addresses such as {@code "127.0.0.1"}, or networks such as {@code "10.0.0.0/8"}
         * @throws IllegalArgumentException if one of them is neither
         */
        public Builder trustForwardedHeaders(String... addresses) {
            this.proxies = new TrustedProxies(List.of(addresses));
            return this;
        }

        /**
         * Sets what turns the tokens of clients into identities, with a principal, roles and an expiry. By default tokens
         * are left to handlers: {@link Handshake#bearerToken()}.
         */
        public Builder authenticator(Authenticator authenticator) {
            this.authenticator = authenticator;
            return this;
        }

        /**
         * Adds attributes of the request to each handshake; see {@link Handshake#attribute}. Later ones win over earlier ones
         * of the same name.
         */
        public Builder handshakeAttributes(HandshakeAttributes reader) {
            attributes.add(Objects.requireNonNull(reader, "reader"));
            return this;
        }

        /**
         * Sets the backplane, which carries emits to other nodes. The hub starts it and closes it. By default emits stay in
         * this process.
         */
        public Builder backplane(Backplane backplane) {
            this.backplane = backplane;
            return this;
        }

        /**
         * Names this node, for the logs and metrics of all nodes; the default is an id that is new with each start. Names
         * need not be unique.
         *
         * @throws IllegalArgumentException if the name is blank or longer than 100 characters
         */
        public Builder node(String name) {
            if (name.isBlank() || name.length() > MAX_NODE_NAME) {
                throw new IllegalArgumentException(
                        "The name of the node must have 1 to " + MAX_NODE_NAME + " characters: \"" + name + "\".");
            }
            this.node = name;
            return this;
        }

        /**
         * Writes through the Jakarta WebSocket API only, even on containers with a faster transport. Use it if a
         * container misbehaves.
         */
        public Builder standardApiOnly() {
            this.isStandardApiOnly = true;
            return this;
        }

        /**
         * Sets the timer of ask timeouts, pings, ticks and drains, for tests that move it together with the
         * {@linkplain #timeSource clock}. The hub cancels its tasks; the caller shuts the timer down after the hub is
         * closed. By default the hub has its own timer.
         */
        public Builder timer(ScheduledExecutorService timer) {
            this.timer = timer;
            return this;
        }

        /**
         * Sets the executors for everything else than handlers and timers, for tests and for containers that manage all
         * threads. By default the hub has its own pools.
         */
        public Builder threads(ThreadSource threads) {
            this.threads = threads;
            return this;
        }

        /** Sets the clock of all limits and timers, for tests. The default is {@link System#nanoTime()}. */
        public Builder timeSource(TimeSource time) {
            this.time = time;
            return this;
        }

        /** Sets the wall clock, by which identities expire, for tests. The default is the clock of the system. */
        public Builder wallClock(Clock wallClock) {
            this.wallClock = wallClock;
            return this;
        }

        /**
         * Sets the source of connection ids, for tests that need the same order in each run. It must never return an id again,
         * nor one of another node. By default ids cannot be guessed, and begin with that of the node.
         */
        public Builder connectionIds(Supplier<String> ids) {
            this.ids = Ids.of(ids);
            return this;
        }

        /** Builds the hub, and starts its backplane. */
        public ChannelHub build() {
            HandlerThreads handlers =
                    executor == null ? HandlerThreads.own(limits.maxHandlerThreads()) : HandlerThreads.of(executor);
            WorkThreads work = threads == null ? WorkThreads.own() : WorkThreads.of(threads);
            NodeId id = NodeId.create();
            NodeTimer nodeTimer = timer == null ? NodeTimer.own() : NodeTimer.of(timer);
            return new ChannelHub(new Node(new NodeConfig(
                    limits,
                    listeners,
                    interceptors,
                    attributes,
                    backplane,
                    time,
                    wallClock,
                    authenticator,
                    origins,
                    hosts,
                    proxies,
                    id,
                    node == null ? id.toString() : node,
                    ids == null ? Ids.of(id::nextConnection) : ids,
                    handlers,
                    work,
                    nodeTimer,
                    isStandardApiOnly)));
        }
    }
}
