package dev.strait.test;

import dev.strait.runtime.AlephaProtocol;
import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.LucentProtocol;
import dev.strait.runtime.WireProtocol;
import dev.strait.runtime.spi.ChannelContract;
import dev.strait.runtime.spi.ChannelEndpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A hub in memory with one handler or room object, and virtual clients. Generated kits extend it.
 *
 * <p>Everything runs on the thread of the test. Each method of the kit and of its clients runs what waits before it returns,
 * unless {@link #manually()} was called. Nothing that has to do with time happens until {@link #advance}. What other threads
 * emit is delivered by the next call of the kit.
 *
 * <p>Not safe for several threads. Close it at the end of the test: it then reports what the handler has thrown and the test
 * has not read.
 *
 * @param <R> the room key
 * @param <I> the client's messages
 * @param <O> the server's messages
 * @param <C> the client
 */
public abstract class TestKit<R, I, O, C extends TestClient<R, I, O>> implements AutoCloseable {

    private final ChannelContract<R, I, O> contract;
    private final ClientProtocol<I, O> protocol;
    private final String path;
    private final World world;
    private final HandlerFailures failures = new HandlerFailures();
    private final ChannelHub hub;
    private final KitContainer container;
    private int clientCount;
    private boolean isClosed;

    /**
     * Creates a kit.
     *
     * @param endpoints creates an endpoint with the handler or the room object
     */
    protected TestKit(
            ChannelContract<R, I, O> contract,
            Function<? super ChannelHub, ? extends ChannelEndpoint> endpoints,
            Consumer<? super TestKitSettings> settings) {
        TestKitSettings chosen = new TestKitSettings();
        settings.accept(chosen);
        this.world = chosen.world();
        this.hub = chosen.hub(world, failures);
        ChannelEndpoint endpoint = endpoints.apply(hub);
        chosen.configure(endpoint);
        this.contract = contract;
        this.protocol = protocol(endpoint.protocol(), contract);
        this.path = endpoint.path();
        hub.add(endpoint);
        this.container = new KitContainer(hub.endpointConfigs().iterator().next(), world, failures);
    }

    private void requireOpen() {
        if (isClosed) {
            throw new IllegalStateException("The kit is closed. Create a new one for each test.");
        }
    }

    private static <I, O> ClientProtocol<I, O> protocol(WireProtocol protocol, ChannelContract<?, I, O> contract) {
        if (protocol instanceof LucentProtocol) {
            return new LucentClientProtocol<>(contract);
        }
        return protocol instanceof AlephaProtocol alepha
                ? new AlephaClientProtocol<>(alepha, contract)
                : new StraitClientProtocol<>(contract);
    }

    /** Creates a client. */
    protected abstract C client(ClientConnection<R, I, O> connection);

    /** Connects a client that is not a web page and has no user; see {@link #connect(List, Consumer)}. */
    protected final C connect(List<R> rooms) {
        return connect(rooms, plain -> {});
    }

    /**
     * Connects a client that joins rooms as it connects.
     *
     * <p>If the server decides later, because it pings older connections of the user first, the clock moves as far as that
     * takes, at most 10 s.
     *
     * @throws RefusedHandshake if the server refuses the client. After {@link #manually()}, only its {@link TestClient#closed}
     *     shows that
     * @throws IllegalArgumentException if a room key violates its constraints
     * @throws IllegalStateException if the kit is closed
     */
    protected final C connect(List<R> rooms, Consumer<? super Who> settings) {
        requireOpen();
        Who who = new Who();
        Objects.requireNonNull(settings, "who").accept(who);
        clientCount++;
        String name = who.principal() == null
                ? "client " + clientCount
                : who.principal().getName();
        ClientConnection<R, I, O> connection =
                new ClientConnection<>(name, contract, protocol, world, failures, () -> isClosed);
        connection.opened(container.connect(request(rooms, who), connection.peer()));
        sayHello(rooms, who, connection);
        world.stepped(() -> !isGreeting(who)
                || connection.id().isPresent()
                || connection.arrivals().closed().isPresent());
        connection.arrivals().closed().ifPresent(reason -> {
            throw refused(connection, reason);
        });
        return client(connection);
    }

    private RefusedHandshake refused(ClientConnection<R, I, O> connection, CloseReason reason) {
        Optional<ErrorFrame> error = Optional.ofNullable(connection.arrivals().pollError());
        return new RefusedHandshake(reason.code(), reason.text(), error, failures);
    }

    private KitRequest request(List<R> rooms, Who who) {
        List<String> query = new ArrayList<>(who.query());
        if (isGreeting(who)) {
            query.add("hello");
            query.add("1");
        }
        if (contract.isPathBound()) {
            return new KitRequest(contract.pathOf(path, rooms.get(0)), query, who);
        }
        query.addAll(protocol.roomsInQuery(
                rooms.stream().map(contract.codec()::roomName).toList()));
        return new KitRequest(path, query, who);
    }

    private boolean isGreeting(Who who) {
        return protocol.hasHello() && !who.isPlain();
    }

    private void sayHello(List<R> rooms, Who who, ClientConnection<R, I, O> connection) {
        String token = who.token();
        if (isGreeting(who)) {
            connection.send(protocol.hello(token));
        } else if (token != null) {
            throw new IllegalArgumentException(
                    "This client sends no $hello, so it cannot send a token in it. Use bearerToken(...).");
        }
        boolean areJoinedByFrames =
                !contract.isPathBound() && protocol.roomsInQuery(List.of("any")).isEmpty();
        if (areJoinedByFrames) {
            rooms.forEach(room -> connection.send(protocol.join(contract.codec().roomName(room))));
        }
    }

    /** Returns the hub. Close it through the kit, or {@linkplain ChannelHub#drain() drain} it and advance the clock. */
    public final ChannelHub hub() {
        return hub;
    }

    /** Returns the time of the kit. */
    public final TestTime time() {
        return world.time();
    }

    /** Moves the clock, and runs each timer of the hub at its time: timeouts, ticks, pings, drains, expiries. */
    public final void advance(Duration duration) {
        requireOpen();
        world.advance(duration);
    }

    /** Runs everything that waits. Only needed after {@link #manually()}, or after an emit of another thread. */
    public final void settle() {
        requireOpen();
        world.settle();
    }

    /**
     * Runs nothing by itself any more, so that the test decides when: by {@link #settle}, {@link #advance}, or by waiting for
     * an answer.
     */
    public final void manually() {
        world.pace(World.Pace.MANUAL);
    }

    /** Takes what the handler has thrown since the last call, other than refusals. */
    public final List<Throwable> failures() {
        world.reading();
        return failures.take();
    }

    /**
     * Closes all connections and the hub. The clock moves as far as that takes. Nothing happens if the kit is closed.
     *
     * @throws AssertionError if the handler has failed, and the test has not read {@link #failures()}
     */
    @Override
    public final void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        CompletableFuture<Void> closed = hub.drain().toCompletableFuture();
        world.runUntil(closed::isDone, Long.MAX_VALUE);
        world.settle();
        if (!failures.isEmpty()) {
            throw failures.explain(
                    "The test has not read what the handler has thrown; see failures()." + world.seedSentence());
        }
    }
}
