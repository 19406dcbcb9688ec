package dev.strait.runtime.internal.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.ChannelListener;
import dev.strait.runtime.Limits;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A hub closes within its limits, also without a working timer, and from any thread. */
class ShutdownTest {

    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    /** Returns a hub with a connection whose peer never answers a close. */
    private ChannelHub hub(ChannelListener listener) {
        ChannelHub hub = ChannelHub.builder()
                .limits(Limits.builder().drainTimeout(SHORT).closeTimeout(SHORT).build())
                .executor(Runnable::run)
                .timer(timer)
                .listener(listener)
                .build();
        TestNode.LineEndpoint endpoint = new TestNode.LineEndpoint(new LineHandler());
        hub.add(endpoint);
        hub.endpointConfigs();
        TestSession session = new TestSession("");
        endpoint.onOpen(session.session(), session.config());
        return hub;
    }

    @Test
    void aHubClosesOnItsOwnTimer() throws Exception {
        ChannelHub hub = hub(new ChannelListener() {});
        timer.submit(hub::close).get(LONG.toSeconds(), TimeUnit.SECONDS);
        assertThat(hub.state()).isEqualTo(ChannelHub.State.CLOSED);
    }

    @Test
    void aHubClosesAfterItsTimerHasStopped() {
        ChannelHub hub = hub(new ChannelListener() {});
        timer.shutdownNow();
        hub.close();
        assertThat(hub.state()).isEqualTo(ChannelHub.State.CLOSED);
        hub.close();
    }

    @Test
    void aHubDrainsAfterItsTimerHasStopped() {
        ChannelHub hub = hub(new ChannelListener() {});
        timer.shutdownNow();
        assertThat(hub.drain().toCompletableFuture()).succeedsWithin(LONG);
        assertThat(hub.drain().toCompletableFuture()).succeedsWithin(LONG);
    }

    @Test
    void aListenerMayCloseTheHub() throws InterruptedException {
        CountDownLatch closes = new CountDownLatch(2);
        CompletableFuture<ChannelHub> hub = new CompletableFuture<>();
        hub.complete(hub(new ChannelListener() {
            @Override
            public void draining(int connections) {
                hub.join().close();
                closes.countDown();
            }

            @Override
            public void drained(int forced) {
                hub.join().close();
                closes.countDown();
            }
        }));
        assertThat(hub.join().drain().toCompletableFuture()).succeedsWithin(LONG);
        assertThat(closes.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }
}
