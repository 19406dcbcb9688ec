package dev.strait.runtime.internal.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.ChannelListener;
import dev.strait.runtime.internal.foreign.ForeignCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Refused handshakes reach the listener and the log, and cannot fill the log. */
class RefusedHandshakesTest {

    private final List<String> events = new ArrayList<>();
    private final AtomicLong clock = new AtomicLong();
    private final LogEntries log = new LogEntries(RefusedHandshakes.class);
    private final RefusedHandshakes refused = new RefusedHandshakes(
            new ForeignCode(new ChannelListener() {
                @Override
                public void handshakeRefused(String path, String reason) {
                    events.add(reason + " " + path);
                }
            }),
            clock::get);

    @AfterEach
    void restoreLog() {
        log.close();
    }

    @Test
    void anOriginIsLoggedOncePerMinuteWithTheSettingThatAllowsIt() {
        for (int i = 0; i < 3; i++) {
            refused.ofOrigin("/ws/line", List.of("https://app.example.com"));
        }
        assertThat(events).containsOnly("origin /ws/line").hasSize(3);
        assertThat(log.texts)
                .containsExactly(
                        "A handshake for /ws/line was refused: pages of the origin https://app.example.com may"
                                + " not connect. If they are yours, allow them with allowOrigins(\"https://app.example.com\").");
        clock.addAndGet(TimeUnit.MINUTES.toNanos(1));
        refused.ofOrigin("/ws/line", List.of("https://app.example.com"));
        assertThat(log.texts).hasSize(2);
    }

    @Test
    void theRateIsLoggedOncePerMinute() {
        refused.ofRate("/ws/line");
        refused.ofRate("/ws/line");
        assertThat(events).containsExactly("rate /ws/line", "rate /ws/line");
        assertThat(log.texts)
                .containsExactly("A handshake for /ws/line was refused: there are more than maxHandshakesPerSecond"
                        + " allows.");
    }

    @Test
    void strangersCannotFillTheLog() {
        for (int i = 0; i < 1_000; i++) {
            refused.ofOrigin("/ws/line", List.of("https://" + i + ".example.com"));
        }
        assertThat(events).hasSize(1_000);
        assertThat(log.texts).hasSize(20);
    }

    @Test
    void longOriginsAndControlCharactersAreNotLoggedAsTheyAre() {
        refused.ofOrigin("/ws/line", List.of("x\u001b[31m" + "y".repeat(10_000)));
        assertThat(log.texts).hasSize(1);
        assertThat(log.texts.get(0)).contains("x?[31myyy").hasSizeLessThan(700);
    }
}
