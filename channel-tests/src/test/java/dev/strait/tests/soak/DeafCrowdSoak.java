package dev.strait.tests.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * Sends the same messages to many clients, with and without some that do not read, in turn. Compares the latencies of those
 * that read. Uses the highest rate, up to the one that was asked for, at which all of them can keep up.
 */
@EnabledOnOs(OS.LINUX)
class DeafCrowdSoak {

    private static final int CLIENTS = Soak.parameter("crowd.clients", 1_000);
    private static final int DEAF = CLIENTS / 10;
    private static final int PAIRS = Soak.parameter("crowd.pairs", 5);
    private static final int SECONDS = Soak.parameter("crowd.seconds", 20);
    private static final int KILOBYTES_PER_SECOND = Soak.parameter("crowd.rate", 300);
    private static final int MESSAGE_BYTES = 10_000;
    private static final int TRIAL_SECONDS = 20;

    private static final double SLOWER = 0.8;
    /** A crowd that keeps up reads each message well before the next few are sent. */
    private static final double MAX_MILLIS = 500;

    private static final double P99 = 0.99;
    private static final long MAX_EVICTION_MILLIS = 12_000;

    /**
     * What one load has done.
     *
     * @param p50 of the latency of those that read, in milliseconds
     * @param p99 the same
     * @param evicted how many clients were closed for not reading
     * @param lastEviction when the last one was closed, in milliseconds from the start of the load
     */
    private record Run(double p50, double p99, long evicted, long lastEviction) {

        @Override
        public String toString() {
            String latency = String.format("p50 %.2f ms, p99 %.2f ms", p50, p99);
            return evicted == 0
                    ? latency
                    : latency + String.format(", %d evicted, the last after %.1f s", evicted, lastEviction / 1e3);
        }
    }

    @Test
    void clientsThatReadDoNotSufferFromThoseThatDoNot() throws Exception {
        double rate = KILOBYTES_PER_SECOND;
        while (!measure((int) (rate * 1_000 / MESSAGE_BYTES))) {
            rate *= SLOWER;
        }
    }

    /** Returns false if the clients cannot keep up with a rate. */
    private static boolean measure(int messagesPerSecond) throws Exception {
        String rate = String.format("%d KB/s per connection", messagesPerSecond * MESSAGE_BYTES / 1_000);
        try (ServerProcess server = ServerProcess.start("maxHandshakesPerSecond=10000");
                ClientLoop loop = new ClientLoop(server)) {
            Crowded crowd = new Crowded(server, loop, messagesPerSecond);
            crowd.connect(CLIENTS - DEAF);
            Run trial = crowd.run(TRIAL_SECONDS);
            if (trial.evicted() > 0 || trial.p99() > MAX_MILLIS) {
                Soak.print("deaf crowd", String.format("%s is too much for this machine: %s", rate, trial));
                return false;
            }
            List<Run> with = new ArrayList<>();
            List<Double> ratios = new ArrayList<>();
            for (int i = 1; i <= PAIRS; i++) {
                Run without = crowd.run(SECONDS);
                crowd.connectDeaf(DEAF);
                with.add(crowd.run(SECONDS));
                ratios.add(with.get(i - 1).p99() / without.p99());
                Soak.print(
                        "deaf crowd",
                        String.format(
                                "%s, pair %d: %s; with %d deaf clients: %s; ratio of p99 %.2f",
                                rate, i, without, DEAF, with.get(i - 1), ratios.get(i - 1)));
                assertThat(without.evicted()).isZero();
            }
            double median = ratios.stream().sorted().skip(PAIRS / 2).findFirst().orElseThrow();
            Soak.print("deaf crowd", String.format("%s, %d pairs: median ratio of p99 %.2f", rate, PAIRS, median));
            assertThat(with).allSatisfy(run -> {
                assertThat(run.evicted()).isEqualTo(DEAF);
                assertThat(run.lastEviction()).isLessThan(MAX_EVICTION_MILLIS);
            });
            return true;
        }
    }

    /** The clients of one server, all in one room. */
    private static final class Crowded {

        private final ServerProcess server;
        private final ClientLoop loop;
        private final int messagesPerSecond;
        private final Latencies latencies = new Latencies();
        private final List<Reader> readers = new ArrayList<>();

        Crowded(ServerProcess server, ClientLoop loop, int messagesPerSecond) {
            this.server = server;
            this.loop = loop;
            this.messagesPerSecond = messagesPerSecond;
        }

        void connect(int count) {
            for (int i = 0; i < count; i++) {
                readers.add(Reader.connect(loop, i, "hall", latencies));
            }
            loop.await(() -> readers.stream().allMatch(Reader::isInRoom));
        }

        void connectDeaf(int count) {
            List<Reader> deaf = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                deaf.add(Reader.connect(loop, i, "hall"));
            }
            loop.await(() -> deaf.stream().allMatch(Reader::isInRoom));
            deaf.forEach(each -> each.client().pause(true));
        }

        /** Sends for some time, and waits until the clients that read have everything. */
        Run run(int seconds) {
            latencies.clear();
            readers.forEach(Reader::restart);
            Map<String, Long> load = server.ask("load hall " + MESSAGE_BYTES + " " + messagesPerSecond + " " + seconds);
            long sent = ServerProcess.number(load, "sent");
            loop.await(() -> readers.stream()
                    .allMatch(reader ->
                            reader.numbers() == sent || reader.client().isEnded()));
            long whole =
                    readers.stream().filter(reader -> reader.numbers() == sent).count();
            Run run = new Run(
                    latencies.quantile(0.5),
                    latencies.quantile(P99),
                    ServerProcess.number(load, "evicted"),
                    ServerProcess.number(load, "lastEvictionMillis"));
            if (run.evicted() <= DEAF && whole != readers.size()) {
                assertThat(whole).as("clients that have received everything").isEqualTo(readers.size());
            }
            return run;
        }
    }
}
