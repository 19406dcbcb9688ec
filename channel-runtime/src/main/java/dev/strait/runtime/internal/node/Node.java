package dev.strait.runtime.internal.node;

import dev.strait.runtime.BackplaneView;
import dev.strait.runtime.ChannelDeploymentException;
import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.ChannelView;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Limits;
import dev.strait.runtime.StraitProtocol;
import dev.strait.runtime.internal.channel.Emissions;
import dev.strait.runtime.internal.channel.LiveChannel;
import dev.strait.runtime.internal.channel.StatefulRooms;
import dev.strait.runtime.internal.cluster.Cluster;
import dev.strait.runtime.internal.connection.LiveConnection;
import dev.strait.runtime.internal.connection.SerialExecutor;
import dev.strait.runtime.internal.connection.Timers;
import dev.strait.runtime.internal.flight.Recorder;
import dev.strait.runtime.internal.foreign.Engine;
import dev.strait.runtime.internal.foreign.ForeignCode;
import dev.strait.runtime.internal.foreign.Log;
import dev.strait.runtime.internal.handshake.ClientAddress;
import dev.strait.runtime.internal.handshake.Hosts;
import dev.strait.runtime.internal.handshake.TrustedProxies;
import dev.strait.runtime.internal.outbound.Outboxes;
import dev.strait.runtime.internal.protocol.ProtocolKind;
import dev.strait.runtime.internal.transport.Transport;
import dev.strait.runtime.internal.transport.Transports;
import dev.strait.runtime.internal.work.Environment;
import dev.strait.runtime.internal.work.Ids;
import dev.strait.runtime.internal.work.PauseDetector;
import dev.strait.runtime.internal.work.StalledTasks;
import dev.strait.runtime.internal.work.Threads;
import dev.strait.runtime.spi.ChannelBinding;
import dev.strait.runtime.spi.ChannelContract;
import dev.strait.runtime.spi.ChannelEndpoint;
import dev.strait.runtime.spi.ChannelGateway;
import dev.strait.runtime.spi.EndpointBinding;
import dev.strait.runtime.spi.RoomBinding;
import dev.strait.runtime.spi.RoomStates;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The implementation of a hub. It connects the parts, starts them and stops them. Safe for all threads. */
public final class Node {

    private static final Log LOG = Log.of(Node.class);

    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    /** The write timeout while many writes block. */
    private static final long MIN_WRITE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final NodeConfig config;
    private final Environment environment;
    private final Cluster cluster;
    private final Emissions emissions;
    private final Outboxes outboxes;
    private final Transports transports;
    private final Timers timers;
    private final StalledTasks stalled;
    private final PauseDetector pauses;
    private final Ids ids;
    private final ConnectionRegistry registry = new ConnectionRegistry();
    private final Openings openings = new Openings();
    private final Admission admission;
    private final RefusedHandshakes refusedHandshakes;
    private final Map<String, Serving<?, ?, ?>> channels = new ConcurrentHashMap<>();
    private final Future<?> ticking;
    /** Whether a deployment failed, so that what was deployed must not be served. */
    private volatile boolean isRefusing;

    // Guarded by this.

    private final Map<String, Deployment<?, ?, ?, ?>> deployments = new LinkedHashMap<>();
    private final List<String> channelsForClients = new ArrayList<>();
    private boolean isDeployed;
    /** Null before it begins. */
    private @Nullable Shutdown shutdown;

    public Node(NodeConfig config) {
        Limits limits = config.limits();
        ForeignCode foreign = new ForeignCode(config.listeners(), config.interceptors(), Recorder.ofThisJvm());
        Threads threads = new Threads(foreign, config.handlers(), config.timer(), config.work());
        this.config = config;
        this.ids = config.ids();
        this.environment =
                new Environment(limits, config.time(), config.wallClock(), config.authenticator(), foreign, threads);
        this.cluster = new Cluster(config.id(), config.name(), new Engine(config.backplane()), environment);
        this.emissions = new Emissions(cluster, foreign, this::channelOf);
        this.stalled = new StalledTasks(foreign);
        this.outboxes = new Outboxes(
                config.time(), foreign, threads.writers(), threads::block, threads::ping, threads::withFixedDelay);
        this.transports =
                new Transports(config.isStandardApiOnly(), limits.closeTimeout().toMillis());
        this.timers = new Timers(stalled, environment.now());
        this.admission = new Admission(
                limits, limits.maxConnections().orElseGet(FileDescriptors::maxConnections), environment::now);
        this.refusedHandshakes = new RefusedHandshakes(foreign, environment::now);
        this.pauses = new PauseDetector(config.timer().isOwn() ? System::nanoTime : environment::now);
        cluster.start(emissions);
        this.ticking = threads.withFixedDelay(this::tick, TICK_NANOS);
    }

    /**
     * Adds a channel.
     *
     * @throws ChannelDeploymentException it cannot be served, or not beside the others
     */
    public synchronized void add(ChannelEndpoint endpoint) {
        requireNotDeployed();
        if (deployments.containsKey(endpoint.path())) {
            throw new ChannelDeploymentException(List.of("Two endpoints use the path " + endpoint.path() + ": "
                    + endpoint.getClass().getName()
                    + " and an endpoint that was added before. Give one of them another path with path(\"...\")."));
        }
        Deployment<?, ?, ?, ?> deployment = deployment(endpoint, endpoint.binding());
        endpoint.attach(deployment);
        cluster.serve(endpoint.binding().contract().name());
        deployments.put(endpoint.path(), deployment);
        String contractPath = endpoint.binding().contract().path();
        if (endpoint.protocol() instanceof StraitProtocol && endpoint.path().equals(contractPath)) {
            channelsForClients.add(endpoint.binding().contract().name());
        }
    }

    /** Returns the contracts that generated clients can use. */
    public synchronized List<String> clientChannels() {
        return List.copyOf(channelsForClients);
    }

    private <S, R, I, O> Deployment<S, R, I, O> deployment(
            ChannelEndpoint endpoint, EndpointBinding<S, R, I, O> binding) {
        ProtocolKind protocol = ProtocolKind.of(endpoint.protocol());
        DeploymentRules.checkProtocol(endpoint, binding.contract(), protocol);
        if (!cluster.isAlone()) {
            DeploymentRules.checkOtherNodes(endpoint, binding);
        }
        Serving<R, I, O> serving = serving(binding.contract());
        if (binding instanceof RoomBinding<S, ?, R, I, O> rooms) {
            StatefulRooms<S, ?, R, I, O> states = serving.statesOf(rooms);
            serving.serveWith(states);
            return new Deployment<>(endpoint, states, states, serving.channel(), this);
        }
        serving.serveWith(null);
        return new Deployment<>(
                endpoint, (ChannelBinding<S, R, I, O>) binding, SerialExecutor.immediate(), serving.channel(), this);
    }

    /** Returns the maximum size of a client's message on any endpoint, in bytes of UTF-8. */
    public synchronized int maxMessageBytes() {
        return deployments.values().stream()
                .mapToInt(Deployment::maxFrameBytes)
                .reduce(config.limits().maxMessageBytes(), Math::max);
    }

    /**
     * Deploys all channels.
     *
     * @throws ChannelDeploymentException names each endpoint that the container refuses
     */
    public void deployTo(ServerContainer container) {
        Objects.requireNonNull(container, "container");
        List<String> problems = new ArrayList<>();
        List<String> deployed = new ArrayList<>();
        for (ServerEndpointConfig endpoint : endpointConfigs()) {
            try {
                container.addEndpoint(endpoint);
                deployed.add(endpoint.getPath());
            } catch (DeploymentException | IllegalStateException refused) {
                problems.add(endpoint.getPath() + ": " + refused.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            isRefusing = true;
            if (!deployed.isEmpty()) {
                problems.add("These endpoints stay on the container, where they refuse all connections: "
                        + String.join(", ", deployed));
            }
            throw new ChannelDeploymentException(problems);
        }
    }

    /** Returns the configurations of all channels, for a container that asks for them. */
    public Set<ServerEndpointConfig> endpointConfigs() {
        Set<ServerEndpointConfig> configs = beginDeployment();
        if (configs.isEmpty()) {
            LOG.warning("The hub has no endpoints. Add them with hub.add(...) before you deploy it.", null);
        }
        channels.forEach((name, serving) -> {
            if (!serving.isServed()) {
                warnNotServed(name);
            }
        });
        return configs;
    }

    private synchronized Set<ServerEndpointConfig> beginDeployment() {
        requireNotDeployed();
        isDeployed = true;
        Set<ServerEndpointConfig> configs = new LinkedHashSet<>();
        deployments.values().forEach(deployment -> configs.add(deployment.config(config.origins())));
        return configs;
    }

    public <R, O> ChannelGateway<R, O> channel(ChannelContract<R, ?, O> contract) {
        boolean isNew = !channels.containsKey(contract.name());
        ChannelGateway<R, O> channel = serving(contract).channel();
        if (isNew && isServing()) {
            warnNotServed(contract.name());
        }
        return channel;
    }

    private synchronized boolean isServing() {
        return isDeployed && !environment.isClosed();
    }

    /** Logs an emitter that reaches nobody, unless other nodes may serve its channel. */
    private void warnNotServed(String channel) {
        if (cluster.isAlone()) {
            LOG.warning(
                    "This hub has an emitter of " + channel
                            + " but no endpoint, so the messages have no recipients. Add the endpoint to this hub, or"
                            + " create the emitter with the hub that has it.",
                    null);
        }
    }

    public <S, T, R, I, O> RoomStates<S, T, R, O> rooms(RoomBinding<S, T, R, I, O> binding) {
        return serving(binding.contract()).statesOf(binding);
    }

    @SuppressWarnings("unchecked") // contracts of one name have the same types
    private <R, I, O> Serving<R, I, O> serving(ChannelContract<R, I, O> contract) {
        return (Serving<R, I, O>) channels.computeIfAbsent(
                contract.name(), name -> new Serving<>(newChannel(contract), environment, admission.roomsOfCalls()));
    }

    private <R, I, O> LiveChannel<R, I, O> newChannel(ChannelContract<R, I, O> contract) {
        return new LiveChannel<>(contract, emissions);
    }

    private @Nullable LiveChannel<?, ?, ?> channelOf(String name) {
        Serving<?, ?, ?> serving = channels.get(name);
        return serving == null ? null : serving.channel();
    }

    /** Drains the connections and stops everything. Blocks; waits for a drain that has begun. */
    public void close() {
        shutdown().await();
    }

    /** Drains the connections and stops everything. Returns a stage that completes when that is done. */
    public CompletionStage<Void> drain() {
        return shutdown().stopWhenQuiet();
    }

    /** Returns the shutdown, and accepts no connections from now on. */
    private synchronized Shutdown shutdown() {
        Shutdown known = shutdown;
        if (known == null) {
            isDeployed = true;
            environment.close();
            known = new Shutdown(this, channels.values(), cluster.isAlone(), this::stop);
            shutdown = known;
        }
        return known;
    }

    /** Stops everything but the connections and rooms, which have ended. */
    private void stop() {
        cluster.close();
        ticking.cancel(false);
        outboxes.close();
        environment.threads().stopTimer();
        channels.values().forEach(Serving::close);
        environment.threads().shutdown();
    }

    public synchronized ChannelHub.State state() {
        if (shutdown != null) {
            return shutdown.state();
        }
        if (isRefusing) {
            return ChannelHub.State.FAILED;
        }
        return isDeployed ? ChannelHub.State.SERVING : ChannelHub.State.NEW;
    }

    /** Returns the state of all channels, in the order of their names. */
    public List<ChannelView> views() {
        Map<String, List<String>> paths = new HashMap<>();
        synchronized (this) {
            deployments.forEach((path, deployment) -> paths.computeIfAbsent(
                            deployment.channel().contract().name(), name -> new ArrayList<>())
                    .add(path));
        }
        return channels.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getValue().channel().view(paths.getOrDefault(entry.getKey(), List.of())))
                .toList();
    }

    /** Returns the state of the connection to other nodes. */
    public BackplaneView backplane() {
        return cluster.view();
    }

    public Limits limits() {
        return config.limits();
    }

    Environment environment() {
        return environment;
    }

    Outboxes outboxes() {
        return outboxes;
    }

    Transports transports() {
        return transports;
    }

    Admission admission() {
        return admission;
    }

    Map<String, String> attributes(HandshakeRequest request) {
        return environment.foreign().attributes(config.attributes(), request);
    }

    Hosts hosts() {
        return config.hosts();
    }

    TrustedProxies proxies() {
        return config.proxies();
    }

    RefusedHandshakes refusedHandshakes() {
        return refusedHandshakes;
    }

    ConnectionRegistry registry() {
        return registry;
    }

    Openings openings() {
        return openings;
    }

    Ids ids() {
        return ids;
    }

    /**
     * Counts a handshake against the limits. Returns false if the connection must not open now, which is then reported.
     *
     * @param client the address of the client; null if it is not known
     */
    boolean tryOpen(String path, @Nullable ClientAddress client) {
        if (environment.isClosed() || isRefusing) {
            return false;
        }
        Optional<Admission.Refused> refused = admission.countHandshake(client);
        refused.ifPresent(reason -> refusedHandshakes.ofLimit(path, reason, client));
        return refused.isEmpty();
    }

    void register(LiveConnection<?, ?, ?, ?> connection, Admission.Seat seat) {
        registry.add(connection, seat);
        if (environment.isClosed()) { // the drain may have counted the connections already
            connection.close(connection.protocol().rules().whenDrained());
        }
    }

    /** Closes a socket that never became a connection, on a thread that may block. */
    void refuse(Transport transport, CloseReason reason) {
        environment.threads().block(() -> transport.close(reason));
    }

    /** Called by the timer, by one thread at a time. */
    void tick() {
        try {
            long now = environment.now();
            if (pauses.isAfterPause()) {
                timers.forgive(now);
            }
            long maxWriteNanos = environment.threads().areManyWritersBusy() ? MIN_WRITE_NANOS : Long.MAX_VALUE;
            registry.tick(timers, now, maxWriteNanos);
            openings.tick(stalled, now);
            channels.values().forEach(serving -> serving.tick(stalled, now));
            stalled.endTick();
            admission.tick();
        } catch (Throwable unexpected) {
            LOG.error("The timer failed; it continues.", unexpected);
        }
    }

    private void requireNotDeployed() {
        if (isDeployed) {
            throw new IllegalStateException(
                    "The hub is deployed or closed. Add all endpoints first, then deploy it once.");
        }
    }
}
