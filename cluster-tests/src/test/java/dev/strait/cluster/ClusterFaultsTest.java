package dev.strait.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Three nodes, 200 clients in 50 rooms and 500 messages a second, with random faults: nothing arrives twice, the messages of each
 * client keep their order, and nothing is lost between nodes that no fault affects. Everything heals by itself.
 *
 * <p>{@code -Dstrait.faults.seconds=600} runs it for longer, {@code -Dstrait.faults.seed=...} repeats the faults of a run.
 */
class ClusterFaultsTest {

    private static final int SECONDS = Integer.getInteger("strait.faults.seconds", 60);
    private static final long SEED = Long.getLong("strait.faults.seed", System.nanoTime());
    private static final int NODES = 3;
    private static final int CLIENTS = 200;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long MAX_HEALING = 120 * SECOND;

    /** A fault. */
    private interface Fault {

        /** Makes it, lets it last, and ends it. */
        void run(NodeProcess node, long nanos);
    }

    private final Random random = new Random(SEED);
    private final Random senders = new Random(SEED + 1);
    private final Map<String, List<Long>> healingMillis = new LinkedHashMap<>();
    private final List<Outage> outages = new ArrayList<>();

    private RedisServer server;
    private List<NodeProcess> nodes;
    private Crowd crowd;

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    private record Named(String name, boolean isOfAll, boolean affectsNodes, Fault fault) {}

    private List<Named> faults() {
        return List.of(
                new Named("node killed", false, true, (node, nanos) -> {
                    node.kill();
                    talk(nanos);
                    node.restart();
                }),
                new Named("node stopped", false, true, (node, nanos) -> {
                    node.terminate();
                    talk(nanos);
                    node.restart();
                }),
                new Named("node frozen", false, true, (node, nanos) -> {
                    node.freeze();
                    talk(nanos);
                    node.thaw();
                }),
                new Named("link cut", false, true, (node, nanos) -> {
                    node.proxy.cut();
                    talk(nanos);
                    node.proxy.restore();
                }),
                new Named("link half-open", false, true, (node, nanos) -> {
                    node.proxy.hold();
                    talk(nanos);
                    node.proxy.restore();
                }),
                new Named("link cut to the server", false, true, (node, nanos) -> {
                    node.proxy.hold(TcpProxy.Way.TO_SERVER);
                    talk(nanos);
                    node.proxy.restore();
                }),
                new Named("link cut to the node", false, true, (node, nanos) -> {
                    node.proxy.hold(TcpProxy.Way.TO_CLIENT);
                    talk(nanos);
                    node.proxy.restore();
                }),
                new Named("subscriber dropped", false, true, (node, nanos) -> server.killSubscribers(node.proxy)),
                new Named("link slow", false, false, (node, nanos) -> {
                    node.proxy.delay(20);
                    talk(nanos);
                    node.proxy.delay(0);
                }),
                new Named("server killed", true, true, (node, nanos) -> {
                    server.kill();
                    talk(nanos);
                    server.restart();
                }),
                new Named("server frozen", true, true, (node, nanos) -> {
                    server.freeze();
                    talk(nanos);
                    server.thaw();
                }));
    }

    /** Lets random clients send for a while, 500 messages a second. */
    private void talk(long nanos) {
        long end = System.nanoTime() + nanos;
        long next = System.nanoTime();
        while (next - end < 0) {
            LockSupport.parkNanos(Math.max(0, next - System.nanoTime()));
            crowd.sendOne(senders);
            next += SECOND / 500;
        }
    }

    private void talkUntil(BooleanSupplier condition) {
        long end = System.nanoTime() + MAX_HEALING;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("healed in time: %s", nodes).isLessThan(end);
            talk(SECOND / 20);
        }
    }

    private boolean isHealthy() {
        return nodes.stream().allMatch(node -> node.isHealthy(NODES - 1)) && crowd.areAllIn();
    }

    private void fail(Named named) {
        int index = random.nextInt(NODES);
        long from = System.nanoTime() - SECOND;
        long lasting = SECOND * (1 + random.nextInt(6));
        named.fault().run(nodes.get(index), lasting);
        long ended = System.nanoTime();
        talkUntil(this::isHealthy);
        healingMillis
                .computeIfAbsent(named.name(), any -> new ArrayList<>())
                .add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - ended));
        if (named.affectsNodes()) {
            outages.add(new Outage(named.isOfAll() ? Outage.ALL : index, from, System.nanoTime() + SECOND));
        }
        talk(3 * SECOND);
    }

    @BeforeEach
    void start() throws IOException {
        server = RedisServer.start();
        nodes = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
            nodes.add(new NodeProcess("node-" + i, freePort(), TcpProxy.to(server.port())));
        }
        crowd = new Crowd(CLIENTS, nodes);
    }

    @AfterEach
    void stop() {
        if (crowd != null) { // null if there is no server to test with
            crowd.close();
            nodes.forEach(NodeProcess::close);
            server.close();
        }
    }

    @Test
    void nothingIsDoubledReorderedOrLostBetweenNodesWithoutFaults() {
        System.out.println("seed " + SEED);
        long from = System.nanoTime();
        talkUntil(this::isHealthy);
        outages.add(new Outage(Outage.ALL, from, System.nanoTime() + SECOND));
        long end = System.nanoTime() + SECONDS * SECOND;
        talk(3 * SECOND);
        while (System.nanoTime() - end < 0) {
            List<Named> faults = faults();
            fail(faults.get(random.nextInt(faults.size())));
        }
        check();
    }

    private void check() {
        long end = System.nanoTime() + 10 * SECOND;
        Verdict verdict = Verdict.of(crowd, outages);
        while (!verdict.violations().isEmpty() && System.nanoTime() - end < 0) { // what is on its way
            LockSupport.parkNanos(SECOND / 5);
            verdict = Verdict.of(crowd, outages);
        }
        System.out.println("sent " + crowd.sent().size() + ", received " + verdict.received() + ", required "
                + verdict.required() + ", violations " + verdict.violations().size());
        healingMillis.forEach((fault, millis) -> System.out.println(fault + ": healed after " + millis + " ms"));
        assertThat(verdict.violations()).as("seed %d", SEED).isEmpty();
        assertThat(verdict.required()).isPositive();
    }
}
