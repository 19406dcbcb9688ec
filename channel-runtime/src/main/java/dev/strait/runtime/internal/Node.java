package dev.strait.runtime.internal;

import dev.strait.runtime.ChannelDeploymentException;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Delivery;
import dev.strait.runtime.Limits;
import dev.strait.runtime.spi.ChannelBinding;
import dev.strait.runtime.spi.ChannelContract;
import dev.strait.runtime.spi.ChannelEndpoint;
import dev.strait.runtime.spi.ChannelGateway;
import dev.strait.runtime.spi.Emission;
import dev.strait.runtime.spi.EndpointBinding;
import dev.strait.runtime.spi.RoomBinding;
import dev.strait.runtime.spi.RoomStates;
import dev.strait.runtime.spi.TimeSource;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What a hub is made of: its channels, its sockets, its threads and its timer. */
public final class Node {

    private static final Log LOG = Log.of(Node.class);

    private static final int BLOCKING_THREADS = 4;
    private static final int PINGING_THREADS = 4;
    /** Beyond one a core, each stands for a write that blocks. */
    private static final int MOST_WRITERS = 256;
    /** With more of them than this, a write that blocks has to end sooner. */
    private static final int MANY_WRITERS = MOST_WRITERS / 2;

    private static final long LEAST_STUCK_MILLIS = 1_000;
    /** For how long a write may hold up other connections. */
    private static final long RELIEF_MILLIS = 20;

    private static final long TICK_MILLIS = 500;
    private static final int ID_BYTES = 16;
    /** Connections without a socket whose handlers have not come to an end. */
    private static final int MOST_GONE = 1_024;

    private final NodeConfig config;
    private final ForeignCode foreign;
    private final Map<String, LiveChannel<?, ?, ?>> channels = new ConcurrentHashMap<>();
    private final AtomicInteger roomCount = new AtomicInteger();
    private final Sockets sockets = new Sockets();
    private final SecureRandom random = new SecureRandom();
    private final TokenBucket handshakes;
    private final ThreadPoolExecutor writers;
    private final ExecutorService blocking;
    private final ExecutorService asides;
    private final ExecutorService pinging;
    private final ScheduledExecutorService timer;
    private final Future<?> ticking;
    /** For transports that any thread may write to. */
    private final Pump[] pumps;
    /** For transports of which one thread writes. */
    private final Map<Executor, Pump> loops = new ConcurrentHashMap<>();

    /** Null before the first connection of that kind. */
    private final AtomicReference<@Nullable Future<?>> relieving = new AtomicReference<>();

    private final Transports transports;
    private final Outbox.Settings outboxes;

    // Guarded by this.
    private final Map<String, Deployment<?, ?, ?, ?>> deployments = new LinkedHashMap<>();
    private boolean isDeployed;

    private volatile boolean isClosed;

    public Node(NodeConfig config) {
        this.config = config;
        this.foreign = new ForeignCode(config.listener());
        int perSecond = config.limits().maxHandshakesPerSecond();
        this.handshakes = new TokenBucket(perSecond, perSecond, now());
        int cores = Runtime.getRuntime().availableProcessors();
        this.writers = HandlerThreads.growingPool("writer", MOST_WRITERS);
        this.blocking = HandlerThreads.pool("blocking", BLOCKING_THREADS);
        this.asides = HandlerThreads.pool("aside", BLOCKING_THREADS);
        this.pinging = HandlerThreads.pool("ping", PINGING_THREADS);
        this.transports = new Transports(
                config.isStandardApiOnly(), config.limits().closeTimeout().toMillis());
        this.outboxes = new Outbox.Settings(config.limits(), config.time(), blocking, pinging);
        ScheduledThreadPoolExecutor scheduled = new ScheduledThreadPoolExecutor(1, HandlerThreads.named("timer"));
        scheduled.setRemoveOnCancelPolicy(true); // most timeouts never come
        this.timer = scheduled;
        this.pumps = new Pump[cores];
        for (int i = 0; i < cores; i++) {
            pumps[i] = new Pump(writers, writers);
        }
        config.backplane().start(this::deliver);
        ticking = timer.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    public synchronized void add(ChannelEndpoint endpoint) {
        requireNotDeployed();
        if (deployments.containsKey(endpoint.path())) {
            throw new ChannelDeploymentException(List.of("Two channels have the path " + endpoint.path() + ": "
                    + endpoint.getClass().getName()
                    + " and one before. Give one another by path(\"...\")."));
        }
        Deployment<?, ?, ?, ?> deployment = deployment(endpoint, endpoint.binding());
        endpoint.attach(deployment);
        deployments.put(endpoint.path(), deployment);
    }

    private <S, R, I, O> Deployment<S, R, I, O> deployment(
            ChannelEndpoint endpoint, EndpointBinding<S, R, I, O> binding) {
        DeploymentRules.check(endpoint.path(), endpoint.protocol(), binding.contract());
        LiveChannel<R, I, O> channel = live(binding.contract());
        if (binding instanceof RoomBinding<S, ?, R, I, O> rooms) {
            StatefulRooms<S, ?, R, I, O> states = channel.statesOf(rooms);
            DeploymentRules.checkTicks(endpoint.path(), binding.contract(), states.tickEvery());
            channel.serveBy(states);
            return new Deployment<>(endpoint, states, states, channel, this);
        }
        channel.serveBy(null);
        return new Deployment<>(endpoint, (ChannelBinding<S, R, I, O>) binding, Turns.atOnce(), channel, this);
    }

    public synchronized int maxMessageBytes() {
        return deployments.values().stream()
                .mapToInt(Deployment::maxMessageBytes)
                .reduce(config.limits().maxMessageBytes(), Math::max);
    }

    public void deployTo(ServerContainer container) {
        Objects.requireNonNull(container, "container");
        List<String> mistakes = new ArrayList<>();
        for (ServerEndpointConfig endpoint : endpointConfigs()) {
            try {
                container.addEndpoint(endpoint);
            } catch (DeploymentException | IllegalStateException refused) {
                mistakes.add(endpoint.getPath() + ": " + refused.getMessage());
            }
        }
        if (!mistakes.isEmpty()) {
            throw new ChannelDeploymentException(mistakes);
        }
    }

    public synchronized Set<ServerEndpointConfig> endpointConfigs() {
        requireNotDeployed();
        isDeployed = true;
        Origins origins = new Origins(config.origins());
        Set<ServerEndpointConfig> configs = new LinkedHashSet<>();
        deployments.values().forEach(deployment -> configs.add(deployment.config(origins)));
        return configs;
    }

    public <R, O> ChannelGateway<R, O> channel(ChannelContract<R, ?, O> contract) {
        return live(contract);
    }

    public <S, T, R, I, O> RoomStates<S, T, R, O> rooms(RoomBinding<S, T, R, I, O> binding) {
        return live(binding.contract()).statesOf(binding);
    }

    @SuppressWarnings("unchecked") // a contract's name stands for its types
    private <R, I, O> LiveChannel<R, I, O> live(ChannelContract<R, I, O> contract) {
        return (LiveChannel<R, I, O>)
                channels.computeIfAbsent(contract.name(), name -> new LiveChannel<>(contract, this));
    }

    public void close() {
        synchronized (this) {
            if (isClosed) {
                return;
            }
            isDeployed = true;
            isClosed = true;
        }
        Drain.of(sockets, timer, config.limits()).await();
        foreign.close(config.backplane());
        ticking.cancel(false);
        Future<?> relief = relieving.get();
        if (relief != null) {
            relief.cancel(false);
        }
        timer.shutdownNow();
        channels.values().forEach(LiveChannel::close);
        writers.shutdown();
        blocking.shutdown();
        asides.shutdown();
        pinging.shutdown();
        config.threads().shutdown();
    }

    Delivery publish(Emission emission) {
        Delivery delivery = config.backplane().publish(emission);
        if (foreign.hasListener()) {
            foreign.notifyListener(listener -> listener.emitted(emission.channel(), emission.type(), delivery));
        }
        return delivery;
    }

    private Delivery deliver(Emission emission) {
        LiveChannel<?, ?, ?> channel = channels.get(emission.channel());
        return channel == null ? Delivery.NONE : channel.deliver(emission);
    }

    ForeignCode foreign() {
        return foreign;
    }

    /** Whether one more connection may come now. */
    boolean mayOpen() {
        return !isClosed && handshakes.take(now());
    }

    void register(LiveConnection<?, ?, ?, ?> connection, Intake<?, ?, ?, ?> intake) {
        sockets.add(connection, intake);
        if (isClosed) {
            connection.close(
                    connection.protocol().rules().whenDrained()); // it came while the drain had counted already
        }
    }

    void forget(LiveConnection<?, ?, ?, ?> connection) {
        sockets.remove(connection);
    }

    /** A connection's socket is gone, and the connection is not forgotten yet. */
    void noteGone() {
        sockets.noteGone();
    }

    /** Whether one more connection may stay for the sake of what its client had sent. */
    boolean hasRoomForGone() {
        return sockets.gone() <= MOST_GONE;
    }

    Outbox outbox(String id, Transport transport, Runnable onFailure) {
        Executor loop = transport.loop();
        Executor later = transport.later();
        Pump pump =
                loop == null || later == null ? pump(id) : loops.computeIfAbsent(loop, first -> new Pump(first, later));
        return new Outbox(transport, pump, outboxes, onFailure);
    }

    private Pump pump(String id) {
        if (relieving.get() == null) {
            Future<?> started =
                    timer.scheduleWithFixedDelay(this::relieve, RELIEF_MILLIS, RELIEF_MILLIS, TimeUnit.MILLISECONDS);
            if (!relieving.compareAndSet(null, started)) {
                started.cancel(false);
            }
        }
        return pumps[Math.floorMod(id.hashCode(), pumps.length)];
    }

    Transports transports() {
        return transports;
    }

    /** Runs something short after a while, unless it is cancelled. */
    Future<?> later(Runnable task, long nanos) {
        return timer.schedule(task, nanos, TimeUnit.NANOSECONDS);
    }

    /** Runs something short again and again, at a fixed rate, until it is cancelled. */
    Future<?> every(Runnable task, long nanos) {
        return timer.scheduleAtFixedRate(task, nanos, nanos, TimeUnit.NANOSECONDS);
    }

    /** Runs what calls the application where handlers run. */
    void handle(Runnable task) {
        if (foreign.execute(handlerExecutor(), task) != null) {
            aside(task);
        }
    }

    boolean isClosed() {
        return isClosed;
    }

    /** Runs what may call the application, and take its time, on a thread where it holds up nobody else's. */
    void aside(Runnable task) {
        runOn(asides, task);
    }

    void closeSoon(Transport transport, CloseReason reason) {
        runOn(blocking, () -> transport.close(reason));
    }

    private void runOn(Executor executor, Runnable task) {
        if (foreign.execute(executor, task) != null) {
            task.run(); // the hub has closed, and nobody is left to hold up
        }
    }

    String newId() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    Executor handlerExecutor() {
        return config.threads().executor();
    }

    public Limits limits() {
        return config.limits();
    }

    TimeSource time() {
        return config.time();
    }

    long now() {
        return config.time().nanoTime();
    }

    AtomicInteger roomCount() {
        return roomCount;
    }

    private void tick() {
        try {
            long mostStuckMillis = writers.getActiveCount() < MANY_WRITERS
                    ? config.limits().writeTimeout().toMillis()
                    : Math.min(
                            LEAST_STUCK_MILLIS, config.limits().writeTimeout().toMillis());
            sockets.tick(now(), TimeUnit.MILLISECONDS.toNanos(mostStuckMillis));
            channels.values().forEach(LiveChannel::runEvents);
        } catch (Throwable unexpected) {
            LOG.error("The timer failed; it goes on.", unexpected);
        }
    }

    private void relieve() {
        for (Pump pump : pumps) {
            pump.relieve();
        }
    }

    private void requireNotDeployed() {
        if (isDeployed) {
            throw new IllegalStateException(
                    "The hub is deployed or closed already. It is deployed once, after all endpoints were added.");
        }
    }
}
