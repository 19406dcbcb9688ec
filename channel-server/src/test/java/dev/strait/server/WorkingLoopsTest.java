package dev.strait.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.concurrent.DefaultEventExecutor;
import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** New sockets go to event loops that run. */
@SuppressWarnings("FutureReturnValueIgnored") // of loops that end
class WorkingLoopsTest {

    private static final long TIMEOUT_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final EventExecutor[] loops = {new DefaultEventExecutor(), new DefaultEventExecutor()};
    private final EventExecutor replacement = new DefaultEventExecutor();
    private final WorkingLoops working = new WorkingLoops(
            () -> replacement,
            Duration.ofMillis(10).toNanos(),
            Duration.ofMillis(300).toNanos());
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void stop() {
        end.countDown();
        for (EventExecutor loop : loops) {
            loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        }
        replacement.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    private static void await(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - start).isLessThan(TIMEOUT_NANOS);
            LockSupport.parkNanos(100_000);
        }
    }

    /** Waits until the loops that are chosen in turn are as expected. */
    private void awaitChosen(Predicate<Set<EventExecutor>> expected) {
        await(() -> {
            Set<EventExecutor> chosen = new LinkedHashSet<>();
            for (int i = 0; i < 4; i++) {
                chosen.add(working.next());
            }
            return expected.test(chosen);
        });
    }

    @Test
    void aLoopThatATaskBlocksIsReplacedUntilItRunsAgain() {
        working.newChooser(loops);
        awaitChosen(Set.of(loops)::equals);
        loops[0].execute(() -> {
            try {
                end.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        });
        awaitChosen(Set.of(replacement, loops[1])::equals);
        assertThat(working.areRunning()).isFalse();
        end.countDown();
        awaitChosen(Set.of(loops)::equals);
        await(working::areRunning);
    }

    @Test
    void aLoopWhoseThreadHasEndedIsReplaced() {
        working.newChooser(loops);
        loops[1].shutdownGracefully(0, 0, TimeUnit.SECONDS);
        awaitChosen(Set.of(loops[0], replacement)::equals);
        assertThat(working.areRunning()).isFalse();
    }
}
