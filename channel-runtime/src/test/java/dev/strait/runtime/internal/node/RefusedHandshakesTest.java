package dev.strait.runtime.internal.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.ChannelListener;
import dev.strait.runtime.internal.flight.Recorder;
import dev.strait.runtime.internal.foreign.ForeignCode;
import dev.strait.runtime.internal.handshake.ClientAddress;
import dev.strait.runtime.internal.node.Admission.Refused;
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
            new ForeignCode(
                    List.of(new ChannelListener() {
                        @Override
                        public void handshakeRefused(String path, String reason) {
                            events.add(reason + " " + path);
                        }
                    }),
                    List.of(),
                    Recorder.NONE),
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
                .containsExactly("A handshake for /ws/line was refused: pages of the origin https://app.example.com may"
                        + " not connect. If they are yours, add \"https://app.example.com\" to allowOrigins.");
        clock.addAndGet(TimeUnit.MINUTES.toNanos(1));
        refused.ofOrigin("/ws/line", List.of("https://app.example.com"));
        assertThat(log.texts).hasSize(2);
    }

    @Test
    void thePageOfAnySiteIsNoReasonToAllowAll() {
        refused.ofOrigin("/ws/line", List.of("null"));
        assertThat(log.texts)
                .containsExactly(
                        "A handshake for /ws/line was refused: it came from a page without an origin, such as a"
                                + " sandboxed frame, which any site can make.");
    }

    @Test
    void theRateIsLoggedOncePerMinute() {
        refused.ofLimit("/ws/line", Refused.RATE, null);
        refused.ofLimit("/ws/line", Refused.RATE, null);
        refused.ofLimit("/ws/line", Refused.CONNECTIONS, null);
        assertThat(events).containsExactly("rate /ws/line", "rate /ws/line", "connections /ws/line");
        assertThat(log.texts)
                .containsExactly(
                        "A handshake for /ws/line was refused: it exceeds maxHandshakesPerSecond.",
                        "A handshake for /ws/line was refused: it exceeds maxConnections.");
    }

    @Test
    void anAddressIsLoggedWithTheSettingForProxies() {
        ClientAddress client = new ClientAddress("10.0.0.7", "10.0.0.7");
        refused.ofLimit("/ws/line", Refused.RATE_OF_ADDRESS, client);
        refused.ofLimit("/ws/line", Refused.RATE_OF_ADDRESS, client);
        assertThat(log.texts)
                .containsExactly(
                        "A handshake for /ws/line was refused: 10.0.0.7 exceeds half of maxHandshakesPerSecond, the share"
                                + " of one address. If it is a proxy, name it with trustForwardedHeaders(\"10.0.0.7\").");
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
