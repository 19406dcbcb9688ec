package dev.strait.runtime.internal.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.ChannelListener;
import dev.strait.runtime.internal.flight.Recorder;
import dev.strait.runtime.internal.foreign.ForeignCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StalledTasksTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final List<String> events = new ArrayList<>();
    private final ForeignCode foreign = new ForeignCode(
            List.of(new ChannelListener() {
                @Override
                public void handlerStalled(String channel, String method, Duration time) {
                    events.add(channel + " " + method + " " + time.toSeconds());
                }
            }),
            List.of(),
            Recorder.NONE);
    private final StalledTasks stalled = new StalledTasks(foreign);
    private final Inbox inbox = new Inbox(Inbox.Settings.unbounded(foreign, Runnable::run));

    private void tick(long second) {
        stalled.check(inbox, "test.Chat", "room", "lobby", second * SECOND);
        stalled.endTick();
    }

    @Test
    void aLongCallIsReportedOnce() {
        inbox.runOrAdd(() -> {
            for (int second = 0; second <= 30; second++) {
                tick(second);
            }
            assertThat(events).isEmpty();
            tick(31);
            tick(32);
            assertThat(events).containsExactly("test.Chat unknown 31");
        });
        tick(100);
        assertThat(events).hasSize(1);
    }

    @Test
    void manyShortCallsAreNotReported() {
        for (int second = 0; second <= 100; second++) {
            int now = second;
            inbox.runOrAdd(() -> tick(now));
        }
        assertThat(events).isEmpty();
    }

    @Test
    void aPauseOfTheProcessDoesNotCount() {
        inbox.runOrAdd(() -> {
            tick(0);
            stalled.forget();
            tick(70);
            tick(100);
            assertThat(events).isEmpty();
            tick(101);
            assertThat(events).hasSize(1);
        });
    }
}
