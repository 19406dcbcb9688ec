package dev.strait.tests.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Opens connections, sends and receives a message, and closes them, in each of the ways in which a connection can end. */
@EnabledOnOs(OS.LINUX)
class CyclesSoak {

    private static final int CYCLES = Soak.parameter("cycles", 100_000);
    private static final int WARM_UP = 5_000;
    private static final int PARALLEL = 50;

    /** The maximum number of connections, and of rooms. One address may have half of them. */
    private static final int MAX = 400;

    private static final int MAX_PER_USER = 2;
    private static final int USERS = MAX / MAX_PER_USER;

    /** Less than what a leak of one small object in each cycle would cost. */
    private static final long HEAP_NOISE = 1_048_576;

    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    @Test
    void nothingIsLeft() throws Exception {
        try (ServerProcess server = ServerProcess.start(
                        "maxHandshakesPerSecond=1000000",
                        "maxConnections=" + MAX,
                        "maxRoomsPerNode=" + MAX,
                        "maxConnectionsPerUser=" + MAX_PER_USER);
                ClientLoop loop = new ClientLoop(server)) {
            new Cycles(loop, WARM_UP).run();
            Footprint before = Footprint.of(server);
            long start = System.nanoTime();
            new Cycles(loop, CYCLES).run();
            double seconds = (System.nanoTime() - start) / 1e9;
            before.awaitReturn(server);
            Footprint after = Footprint.of(server);
            Map<String, Long> state = server.ask("state");
            Soak.print(
                    "cycles",
                    String.format("%,d in %.0f s (%,.0f per second), %s", CYCLES, seconds, CYCLES / seconds, state));
            Soak.print(
                    "cycles",
                    String.format(
                            "before and after: heap %,d and %,d bytes (%.1f per cycle), descriptors %d and %d, threads %d and %d",
                            before.heap(),
                            after.heap(),
                            (double) (after.heap() - before.heap()) / CYCLES,
                            before.descriptors(),
                            after.descriptors(),
                            before.threads(),
                            after.threads()));
            assertThat(wrong).isEmpty();
            assertThat(state).containsEntry("opened", (long) WARM_UP + CYCLES).containsEntry("refused", 0L);
            assertThat(after.descriptors()).isEqualTo(before.descriptors());
            assertThat(after.threads()).isLessThanOrEqualTo(before.threads());
            assertThat(after.heap()).isLessThan(before.heap() + HEAP_NOISE);
            useAllLimits(loop);
        }
    }

    /** The limits of the node, of one address and of one user can be used up, so nothing was counted that has ended. */
    private void useAllLimits(ClientLoop loop) {
        List<Visitor> visitors = new ArrayList<>();
        visit(loop, visitors, "127.0.0.1", MAX / 2);
        expectRefusal(loop, "127.0.0.1");
        visit(loop, visitors, "127.0.0.2", MAX);
        expectRefusal(loop, "127.0.0.3");
        SoakClient first = visitors.get(0).client;
        first.send("{\"type\":\"$join\",\"room\":\"one-too-many\"}");
        loop.await(() -> wrong.size() == 1);
        assertThat(wrong.remove()).contains("overloaded");
        Soak.print(
                "cycles",
                String.format(
                        "then %d connections of %d users in %d rooms from 2 addresses were accepted, and no more",
                        visitors.size(), USERS, MAX));
    }

    private void visit(ClientLoop loop, List<Visitor> visitors, String address, int untilNumber) {
        while (visitors.size() < untilNumber) {
            visitors.add(new Visitor(loop, address, visitors.size()));
        }
        loop.await(() -> visitors.stream().allMatch(visitor -> visitor.isInRoom || !wrong.isEmpty()));
        assertThat(wrong).isEmpty();
    }

    private static void expectRefusal(ClientLoop loop, String address) {
        SoakClient client = loop.connect(address, "/ws/crowd", new SoakClient.Events() {});
        loop.await(client::isEnded);
        assertThat(client.status()).isEqualTo(503);
    }

    /** Many cycles, some of them at the same time. */
    private final class Cycles {

        private final ClientLoop loop;
        private final int count;
        private final AtomicInteger started = new AtomicInteger();
        private final AtomicInteger ended = new AtomicInteger();

        Cycles(ClientLoop loop, int count) {
            this.loop = loop;
            this.count = count;
        }

        void run() {
            for (int i = 0; i < PARALLEL; i++) {
                startNext();
            }
            for (int last = -1; last < count; last = ended.get()) {
                int known = last;
                loop.await(() -> ended.get() > known || !wrong.isEmpty());
                assertThat(wrong).isEmpty();
            }
        }

        void startNext() {
            int number = started.getAndIncrement();
            if (number < count) {
                String target =
                        "/ws/crowd?user=u" + number % USERS + "&room=shared" + number % 7 + "&room=own" + number;
                loop.connect(ClientLoop.addressOf(number), target, new Cycle(this, number));
            }
        }

        void ended() {
            ended.incrementAndGet();
            startNext();
        }
    }

    /** One connection. */
    private final class Cycle implements SoakClient.Events {

        private final Cycles cycles;
        private final int number;
        private boolean isAnswered;

        Cycle(Cycles cycles, int number) {
            this.cycles = cycles;
            this.number = number;
        }

        @Override
        public void opened(SoakClient client) {
            client.echo("own" + number, "message " + number);
        }

        @Override
        public void received(SoakClient client, String start) {
            if (start.contains("\"message " + number + "\"")) {
                isAnswered = true;
                end(client);
            } else if (start.contains("$error")) {
                wrong.add(number + ": " + start);
            }
        }

        private void end(SoakClient client) {
            switch (number % 4) {
                case 0 -> client.close(1000);
                case 1 -> client.send("{\"type\":\"finish\",\"$room\":\"own" + number + "\"}");
                case 2 -> client.endInput();
                default -> client.reset();
            }
        }

        @Override
        public void ended(SoakClient client) {
            boolean hasRightCode = switch (number % 4) {
                case 0 -> client.closeCode() == 1000;
                case 1 -> client.closeCode() == CrowdService.FINISHED;
                default -> true;
            };
            if (!isAnswered || !hasRightCode) {
                wrong.add(number + ": status " + client.status() + ", close code " + client.closeCode());
            }
            cycles.ended();
        }
    }

    /** A connection that stays, in a room of its own. */
    private final class Visitor implements SoakClient.Events {

        final SoakClient client;
        volatile boolean isInRoom;

        Visitor(ClientLoop loop, String address, int number) {
            this.client = loop.connect(address, "/ws/crowd?user=u" + number % USERS + "&room=visited" + number, this);
        }

        @Override
        public void received(SoakClient client, String start) {
            if (start.contains("$joined")) {
                isInRoom = true;
            } else if (start.contains("$error")) {
                wrong.add(start);
            }
        }

        @Override
        public void ended(SoakClient client) {
            wrong.add("ended with status " + client.status() + " and close code " + client.closeCode());
        }
    }
}
