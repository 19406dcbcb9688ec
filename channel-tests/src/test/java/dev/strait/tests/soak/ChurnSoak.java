package dev.strait.tests.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Connections come and go for minutes, while the memory, the file descriptors and the threads of the server are sampled. */
@EnabledOnOs(OS.LINUX)
class ChurnSoak {

    private static final int SECONDS = Soak.parameter("churn.seconds", 600);
    private static final int SAMPLE_SECONDS = Soak.parameter("churn.sample", 5);
    /** Connections, pools and compiled code reach their usual size before samples count. */
    private static final int WARM_UP_SECONDS = Math.min(60, SECONDS / 5);

    private static final int STEPS_PER_SECOND = 1_000;

    // Growth over the whole time that does not count, even if it is certain.
    private static final double HEAP_KIB_NOISE = 1_024;
    private static final double DESCRIPTOR_NOISE = 5;
    private static final int THREAD_NOISE = 2;

    @Test
    void nothingGrows() throws Exception {
        try (ServerProcess server = ServerProcess.start(
                        "maxHandshakesPerSecond=10000", "pingMillis=1000", "idleMillis=3000", "maxHandlerThreads=32");
                ClientLoop loop = new ClientLoop(server)) {
            run(new Churn(loop, 1), new Samples(server), WARM_UP_SECONDS);
            Footprint before = Footprint.of(server);
            long evictedBefore = server.state("evicted");

            Churn churn = new Churn(loop, 2);
            Samples samples = new Samples(server);
            run(churn, samples, SECONDS);
            before.awaitReturn(server);

            Map<String, Long> state = server.ask("state");
            Soak.print("churn", String.format("%d s, %s, %s", SECONDS, churn, state));
            assertThat(churn.errors()).isEmpty();
            assertThat(ServerProcess.number(state, "evicted") - evictedBefore).isGreaterThanOrEqualTo(churn.vanished());
            samples.judge();
            assertThat(server.threads()).isLessThanOrEqualTo(before.threads() + THREAD_NOISE);
        }
    }

    private static void run(Churn churn, Samples samples, int seconds) throws InterruptedException {
        ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
        try {
            Future<?> steps =
                    timer.scheduleAtFixedRate(() -> churn.step(STEPS_PER_SECOND / 100), 0, 10, TimeUnit.MILLISECONDS);
            long start = System.nanoTime();
            for (int i = 1; i * SAMPLE_SECONDS <= seconds; i++) {
                TimeUnit.NANOSECONDS.sleep(
                        start + TimeUnit.SECONDS.toNanos((long) i * SAMPLE_SECONDS) - System.nanoTime());
                assertThat(steps.isDone()).as("the churn has failed").isFalse();
                samples.take(i * SAMPLE_SECONDS > WARM_UP_SECONDS);
            }
        } finally {
            timer.shutdown();
            assertThat(timer.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }
        churn.end();
    }

    /** The samples after the warm-up. */
    private static final class Samples {

        private final ServerProcess server;
        private final List<Long> heap = new ArrayList<>();
        private final List<Long> descriptors = new ArrayList<>();
        private final List<Long> threads = new ArrayList<>();

        Samples(ServerProcess server) {
            this.server = server;
        }

        /** Takes a sample, so that collections are equally frequent all the time. */
        void take(boolean counts) {
            long bytes = server.heap();
            if (counts) {
                heap.add(bytes);
                descriptors.add(server.descriptors());
                threads.add(server.threads());
            }
        }

        void judge() {
            judge(
                    "heap after collection, KiB",
                    heap.stream().map(bytes -> bytes / 1024).toList(),
                    HEAP_KIB_NOISE);
            judge("descriptors", descriptors, DESCRIPTOR_NOISE);
            judge("threads", threads, THREAD_NOISE);
        }

        private static void judge(String name, List<Long> samples, double tolerated) {
            Slope slope = Slope.of(samples);
            double minutes = (samples.size() - 1) * SAMPLE_SECONDS / 60.0;
            Soak.print(
                    "churn",
                    String.format(
                            "%s: mean %,.0f, %+.2f per minute, standard error %.2f, %d samples",
                            name, slope.mean(), slope.growth() / minutes, slope.error() / minutes, samples.size()));
            assertThat(slope.rises(tolerated)).as("%s rises: %s", name, samples).isFalse();
        }
    }
}
