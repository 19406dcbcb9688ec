package dev.strait.runtime.internal.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.Limits;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A process that was paused judges no connection by time before a full interval has passed. */
class PauseTest {

    private final TestNode node = new TestNode(
            new LineHandler(),
            new InProcessBackplane(),
            Limits.builder().pingInterval(Duration.ofHours(1)).build());

    @AfterEach
    void close() {
        node.close();
    }

    private void run(int seconds) {
        for (int i = 0; i < 2 * seconds; i++) {
            node.clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(500));
            node.node.tick();
            node.runAll();
        }
    }

    @Test
    void connectionsSurviveAPauseAndAreJudgedAgainAfterwards() {
        TestSession ann = node.connect("user=ann");
        run(30);
        node.clock.addAndGet(TimeUnit.SECONDS.toNanos(70)); // paused
        node.node.tick();
        assertThat(ann.closed).isNull();
        run(59);
        assertThat(ann.closed).isNull();
        run(2);
        assertThat(ann.closed).isNotNull();
    }

    @Test
    void withoutAPauseASilentConnectionIsClosed() {
        TestSession ann = node.connect("user=ann");
        run(59);
        assertThat(ann.closed).isNull();
        run(2);
        assertThat(ann.closed).isNotNull();
    }
}
