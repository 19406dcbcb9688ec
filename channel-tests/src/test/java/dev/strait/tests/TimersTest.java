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

/** What time brings, with a clock that is moved by hand. */
@Tag("container")
class TimersTest {

    private final AtomicLong clock = new AtomicLong(1);
    private final BlockingQueue<String> evicted = new LinkedBlockingQueue<>();
    private final Running running = Running.with(TestContainer.hub()
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

    private void pass(long millis) {
        clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    @Test
    @SuppressWarnings("try") // the silent client does nothing
    void whoIsSilentIsDropped() throws IOException {
        try (DeafClient deaf = DeafClient.connect(running, "/ws/chat/lobby?user=deaf")) {
            pass(60_000);
            pass(1);
            assertThat(Await.next(evicted)).isEqualTo("1001 idle timeout");
            assertThat(running.chat.room("lobby").size()).isZero();
        }
    }

    @Test
    void whoAnswersPingsStays() {
        TestClient ann = running.chatting("lobby", "ann");
        for (int i = 0; i < 5; i++) {
            pass(30_000);
            ann.awaitPing();
            ann.expectNothing();
        }
        assertThat(evicted).isEmpty();
    }

    @Test
    void aMessageThatDoesNotEndCloses() {
        TestClient ann = running.chatting("lobby", "ann");
        ann.begin("{");
        // It has come once something behind it on the same socket has: a ping of the client's own.
        ann.pingServer();
        pass(10_001);
        assertThat(Await.next(evicted)).isEqualTo("1008 message timeout");
    }

    @Test
    void aFloodOfManyAtOnceCloses() {
        TestClient ann = running.client("/ws/chat/lobby?user=ann");
        int most = limits().maxMessageBurst() + 3 * limits().maxMessagesPerSecond();
        assertThat(ann.flood(most + 1, "{'type':'typing','on':true}").closeCode())
                .isEqualTo(1008);
    }

    @Test
    void aFloodThatDoesNotEndCloses() {
        TestClient ann = running.client("/ws/chat/lobby?user=ann");
        int burst = limits().maxMessageBurst();
        for (int millis = 0; millis <= 2_700; millis += 900) {
            for (int i = 0; i <= burst; i++) {
                ann.send("{'type':'echo','text':'x'}");
            }
            for (int i = 0; i <= burst; i++) {
                assertThat(ann.nextJson().path("type").asText()).isIn("echoed", "$error");
            }
            pass(900);
        }
        assertThat(ann.flood(burst, "{'type':'echo','text':'x'}").closeCode()).isEqualTo(1008);
    }
}
