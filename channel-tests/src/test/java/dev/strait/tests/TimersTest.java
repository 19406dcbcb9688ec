package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.ChannelListener;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.Limits;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Timeouts and rate limits, with a manual clock. */
@Tag("container")
class TimersTest {

    private final AtomicLong clock = new AtomicLong(1);
    private final BlockingQueue<String> evicted = new LinkedBlockingQueue<>();
    private final Running running = Running.with(TestContainer.refusingHub()
            .limits(limits())
            .timeSource(clock::get)
            .listener(new ChannelListener() {
                @Override
                public void evicted(ConnectionInfo connection, CloseReason reason) {
                    evicted.add(reason.code() + " " + reason.text());
                }
            }));

    private static Limits limits() {
        return Running.generous()
                .maxMessagesPerSecond(10)
                .maxMessageBurst(10)
                .pingInterval(Duration.ofSeconds(25))
                .idleTimeout(Duration.ofMinutes(1))
                .messageTimeout(Duration.ofSeconds(10))
                .build();
    }

    @AfterEach
    void stop() {
        running.close();
    }

    private void advance(long millis) {
        clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    @Test
    @SuppressWarnings("try") // the idle client is only closed
    void idleClientsAreClosed() throws IOException {
        try (DeafClient deaf = DeafClient.connect(running, "/ws/chat/lobby?user=deaf")) {
            advance(60_000);
            advance(1);
            assertThat(Await.next(evicted)).isEqualTo("1001 idle timeout");
            assertThat(running.chat.room("lobby").size()).isZero();
        }
    }

    @Test
    void clientsThatAnswerPingsStayConnected() {
        TestClient ann = running.joinChat("lobby", "ann");
        for (int i = 0; i < 5; i++) {
            advance(30_000);
            ann.awaitPing();
            ann.expectNothing();
        }
        assertThat(evicted).isEmpty();
    }

    @Test
    void unfinishedMessagesCloseTheConnection() {
        TestClient ann = running.joinChat("lobby", "ann");
        ann.sendPart("{");
        // The pong proves that the part sent before the ping has arrived.
        ann.pingServer();
        advance(10_001);
        assertThat(Await.next(evicted)).isEqualTo("1008 message timeout");
    }

    @Test
    void largeBurstsCloseTheConnection() {
        TestClient ann = running.client("/ws/chat/lobby?user=ann");
        int max = limits().maxMessageBurst() + 3 * limits().maxMessagesPerSecond();
        assertThat(ann.flood(max + 1, "{'type':'typing','on':true}").closeCode())
                .isEqualTo(1008);
    }

    @Test
    void sustainedFloodsCloseTheConnection() {
        TestClient ann = running.client("/ws/chat/lobby?user=ann");
        int burst = limits().maxMessageBurst();
        for (int millis = 0; millis <= 2_700; millis += 900) {
            for (int i = 0; i <= burst; i++) {
                ann.send("{'type':'echo','text':'x'}");
            }
            for (int i = 0; i <= burst; i++) {
                assertThat(ann.nextJson().path("type").asText()).isIn("echoed", "$error");
            }
            advance(900);
        }
        assertThat(ann.flood(burst, "{'type':'echo','text':'x'}").closeCode()).isEqualTo(1008);
    }
}
