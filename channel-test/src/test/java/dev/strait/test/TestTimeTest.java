package dev.strait.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Tasks of the timer run when the clock reaches their time. */
@SuppressWarnings("FutureReturnValueIgnored") // the clock completes them
class TestTimeTest {

    private final TestTime time = TestTime.create();
    private final World world = new World(time, OptionalLong.empty());
    private final ScheduledExecutorService timer = time.timer();
    private final List<String> runs = new ArrayList<>();

    private void record(String name) {
        runs.add(name + " at " + Duration.ofNanos(time.manual().nanos()).toSeconds());
    }

    @Test
    void tasksRunInTheOrderOfTheirTimesAndOfTheirCreation() {
        timer.schedule(() -> record("late"), 3, TimeUnit.SECONDS);
        timer.schedule(() -> record("first"), 1, TimeUnit.SECONDS);
        timer.schedule(() -> record("second"), 1, TimeUnit.SECONDS);
        world.advance(Duration.ofSeconds(2));
        assertThat(runs).containsExactly("first at 1", "second at 1");
        world.advance(Duration.ofSeconds(1));
        assertThat(runs).endsWith("late at 3");
    }

    @Test
    void aFixedRateKeepsItsTimesAndAFixedDelayStartsAfterEachRun() {
        timer.scheduleAtFixedRate(() -> record("rate"), 2, 2, TimeUnit.SECONDS);
        timer.scheduleWithFixedDelay(
                () -> {
                    record("delay");
                    time.manual().moveTo(time.manual().nanos() + TimeUnit.SECONDS.toNanos(1)); // takes a second
                },
                1,
                2,
                TimeUnit.SECONDS);
        world.advance(Duration.ofSeconds(7));
        assertThat(runs)
                .containsExactly(
                        "delay at 1",
                        "rate at 2",
                        "delay at 4",
                        "rate at 5",
                        "rate at 6",
                        "delay at 7",
                        "rate at 8"); // the last run took until then
    }

    @Test
    void aTaskThatFailsFailsTheTestAndIsNotRepeated() {
        timer.scheduleAtFixedRate(
                () -> {
                    record("failing");
                    throw new IllegalStateException("no more");
                },
                1,
                1,
                TimeUnit.SECONDS);
        assertThatThrownBy(() -> world.advance(Duration.ofSeconds(5)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no more");
        world.advance(Duration.ofSeconds(5));
        assertThat(runs).containsExactly("failing at 1");
    }

    @Test
    void tasksCanBeCancelledAndAsked() throws Exception {
        ScheduledFuture<?> cancelled = timer.schedule(() -> record("cancelled"), 1, TimeUnit.SECONDS);
        ScheduledFuture<?> repeated = timer.scheduleAtFixedRate(() -> record("repeated"), 1, 1, TimeUnit.SECONDS);
        Callable<String> call = () -> "done";
        ScheduledFuture<String> result = timer.schedule(call, 10, TimeUnit.SECONDS);
        cancelled.cancel(true);
        world.advance(Duration.ofSeconds(2));
        repeated.cancel(false);
        assertThat(result.getDelay(TimeUnit.SECONDS)).isEqualTo(8);
        world.advance(Duration.ofSeconds(8));
        assertThat(runs).containsExactly("repeated at 1", "repeated at 2");
        assertThat(result.get()).isEqualTo("done");
        assertThat(time.manual().nextDue()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aTaskWithoutADelayIsDueAtOnce() {
        timer.execute(() -> record("executed"));
        assertThat(runs).isEmpty();
        world.settle();
        assertThat(runs).containsExactly("executed at 0");
    }

    @Test
    void aTimerThatIsShutDownAcceptsNothing() throws InterruptedException {
        timer.schedule(() -> record("before"), 1, TimeUnit.SECONDS);
        timer.scheduleAtFixedRate(() -> record("repeated"), 1, 1, TimeUnit.SECONDS);
        timer.shutdown();
        assertThatThrownBy(() -> timer.execute(() -> record("after"))).isInstanceOf(RejectedExecutionException.class);
        assertThat(timer.isTerminated()).isFalse();
        world.advance(Duration.ofSeconds(3));
        assertThat(runs).containsExactly("before at 1");
        assertThat(timer.awaitTermination(1, TimeUnit.DAYS)).isTrue();
    }

    @Test
    void theClockMovesWithTheTimer() {
        Instant start = time.now();
        world.advance(Duration.ofMillis(1_500));
        assertThat(time.now()).isEqualTo(start.plusMillis(1_500));
        assertThat(time.clock().withZone(ZoneId.of("Asia/Tokyo")).instant()).isEqualTo(time.now());
    }
}
