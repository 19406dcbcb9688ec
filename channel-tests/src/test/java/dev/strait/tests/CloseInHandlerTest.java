package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.Handshake;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A handler may close the hub: that does not wait for the handler itself. */
@Tag("container")
class CloseInHandlerTest {

    private final BlockingQueue<Duration> times = new LinkedBlockingQueue<>();

    /** The room's task runs the call, while the connection waits for the room. */
    @Test
    void aRoomWithStateDoesNotWaitForItself() {
        ChannelHub hub = hub();
        hub.add(AutoDeployedEndpoint.of(new AutoDeployedRoom<String, AtomicInteger>() {
            @Override
            public String open(Handshake handshake) {
                return "";
            }

            @Override
            public AtomicInteger create(String room) {
                return new AtomicInteger();
            }

            @Override
            public void joined(AtomicInteger count, AutoDeployedConnection<String> connection) {
                if (count.incrementAndGet() == 2) {
                    times.add(closeTime(hub));
                }
            }
        }));
        try (TestContainer.Started server = TestContainer.startAny(hub);
                TestClient ann = TestClient.connect(server.uri("/ws/auto-deployed?room=red"));
                TestClient bob = TestClient.connect(server.uri("/ws/auto-deployed?room=red"))) {
            assertThat(Await.next(times)).isLessThan(Await.TIMEOUT.dividedBy(2));
            assertThat(bob.closeCode()).isEqualTo(1012);
            assertThat(ann.closeCode()).isEqualTo(1012);
        }
    }

    private Duration closeTime(ChannelHub hub) {
        long start = System.nanoTime();
        hub.close();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    void aMessageHandlerDoesNotWaitForItself() {
        ChannelHub hub = hub();
        hub.add(TalkEndpoint.of(new TalkHandler<String>() {
            @Override
            public String open(Handshake handshake) {
                return "";
            }

            @Override
            public void onSay(Talk.Say say, TalkConnection<String> from) {}

            @Override
            public void onFence(Talk.Fence fence, TalkConnection<String> from) {}

            @Override
            public void onTrip(Talk.Trip trip, TalkConnection<String> from) {
                times.add(closeTime(hub));
            }
        }));
        closes(hub, "/ws/talk", "{'type':'trip'}");
    }

    /** A handler that waits for itself takes all of these times. */
    private static ChannelHub hub() {
        return TestContainer.hub()
                .limits(limits -> limits.closeTimeout(Await.TIMEOUT).drainTimeout(Duration.ofMillis(200)))
                .build();
    }

    private void closes(ChannelHub hub, String path, String message) {
        try (TestContainer.Started server = TestContainer.startAny(hub);
                TestClient ann = TestClient.connect(server.uri(path));
                TestClient bob = TestClient.connect(server.uri(path))) {
            ann.send("{'type':'$join','room':'red'}").expect("{'type':'$joined','room':'red'}");
            ann.send(message);
            assertThat(Await.next(times)).isLessThan(Await.TIMEOUT.dividedBy(2));
            assertThat(bob.closeCode()).isEqualTo(1012);
            assertThat(ann.closeCode()).isEqualTo(1012);
        }
    }
}
