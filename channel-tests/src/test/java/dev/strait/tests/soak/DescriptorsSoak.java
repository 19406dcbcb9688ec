package dev.strait.tests.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Opens more connections than the process of the server has file descriptors. */
@EnabledOnOs(OS.LINUX)
class DescriptorsSoak {

    private static final int DESCRIPTORS = Soak.parameter("descriptors", 512);
    private static final int SECONDS = Soak.parameter("descriptors.seconds", 20);
    private static final int BEFORE = 50;
    private static final int AFTER = 50;

    /** A loop that spins uses a whole core, or all of what other processes leave of it. */
    private static final double MAX_CPU = 0.3;

    private static final int UNAVAILABLE = 503;

    /** A client that asks for an echo, again and again. If the server refuses it, it tries again. */
    private static final class Caller implements SoakClient.Events {

        private final ClientLoop loop;
        private final int number;
        private volatile SoakClient client;
        private final AtomicInteger answers = new AtomicInteger();

        Caller(ClientLoop loop, int number) {
            this.loop = loop;
            this.number = number;
            this.client = connect();
        }

        private SoakClient connect() {
            return loop.connect(ClientLoop.addressOf(number), "/ws/crowd?room=callers", this);
        }

        void call() {
            client.echo("callers", "hello");
        }

        @Override
        public void received(SoakClient from, String start) {
            if (start.contains("echoed")) {
                answers.incrementAndGet();
            }
        }

        @Override
        public void ended(SoakClient ended) {
            if (ended.status() == UNAVAILABLE) {
                client = connect();
            }
        }
    }

    /**
     * By default the hub refuses connections before the descriptors run out; with a large maximum they do run out, and
     * connections wait in the kernel.
     */
    @ParameterizedTest
    @ValueSource(strings = {"maxHandshakesPerSecond=10000", "maxConnections=1000000"})
    void theServerServesOnAndRecovers(String setting) throws Exception {
        try (ServerProcess server =
                        ServerProcess.startWithDescriptors(DESCRIPTORS, "maxHandshakesPerSecond=10001", setting);
                ClientLoop loop = new ClientLoop(server)) {
            List<Caller> before = callers(loop, BEFORE);
            callAll(loop, before);

            List<SoakClient> many = new ArrayList<>();
            for (int i = 0; i < 2 * DESCRIPTORS; i++) {
                many.add(loop.connect(ClientLoop.addressOf(i), "/ws/crowd", new SoakClient.Events() {}));
            }
            boolean isRefusing = !setting.startsWith("maxConnections");
            loop.await(() -> isRefusing
                    ? many.stream().allMatch(client -> client.isEnded() || client.isOpen())
                    : server.descriptors() >= DESCRIPTORS);
            double cpu = server.cpuSeconds();
            long start = System.nanoTime();
            int rounds = 0;
            while (System.nanoTime() - start < TimeUnit.SECONDS.toNanos(SECONDS)) {
                callAll(loop, before);
                rounds++;
                TimeUnit.SECONDS.sleep(1);
            }
            double share = (server.cpuSeconds() - cpu) / ((System.nanoTime() - start) / 1e9);
            long open = many.stream().filter(SoakClient::isOpen).count();
            long refused = many.stream()
                    .filter(client -> client.status() == UNAVAILABLE)
                    .count();
            long waiting = many.stream().filter(client -> client.status() == 0).count();
            long used = server.descriptors();

            many.forEach(SoakClient::reset);
            start = System.nanoTime();
            List<Caller> after = callers(loop, AFTER);
            callAll(loop, after);
            double recovery = (System.nanoTime() - start) / 1e9;
            callAll(loop, before);
            Soak.print(
                    "descriptors",
                    String.format(
                            "%d of %d in use: of %d more clients %d were open, %d refused with 503, %d waited; %d rounds of echoes"
                                    + " to the %d before were answered; CPU %.1f %% of a core; %d new ones served after %.2f s",
                            used,
                            DESCRIPTORS,
                            many.size(),
                            open,
                            refused,
                            waiting,
                            rounds,
                            BEFORE,
                            100 * share,
                            AFTER,
                            recovery));
            assertThat(open + refused + waiting).isEqualTo(many.size());
            assertThat(isRefusing ? waiting : refused).isZero();
            assertThat(open).isLessThan(DESCRIPTORS);
            assertThat(share).isLessThan(MAX_CPU);
            assertThat(server.isAlive()).isTrue();
        }
    }

    private static List<Caller> callers(ClientLoop loop, int count) {
        List<Caller> callers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            callers.add(new Caller(loop, i));
        }
        loop.await(() -> callers.stream().allMatch(caller -> caller.client.isOpen()));
        return callers;
    }

    private static void callAll(ClientLoop loop, List<Caller> callers) {
        int answered = callers.get(0).answers.get();
        callers.forEach(Caller::call);
        loop.await(() -> callers.stream().allMatch(caller -> caller.answers.get() == answered + 1));
    }
}
