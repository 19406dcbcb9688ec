package dev.strait.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.Refusal;
import dev.strait.test.RefusedHandshake;
import dev.strait.test.TestTime;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The meters of a hub with two connections of one channel. */
class ChannelMetricsTest {

    private static final String[] CHANNEL = {"strait.channel", "dev.strait.micrometer.Market"};

    private final TestTime time = TestTime.create();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry(SimpleConfig.DEFAULT, new Clock() {
        @Override
        public long wallTime() {
            return time.now().toEpochMilli();
        }

        @Override
        public long monotonicTime() {
            return TimeUnit.MILLISECONDS.toNanos(wallTime());
        }
    });
    private final ChannelMetrics metrics = ChannelMetrics.of(registry);
    private final MarketTestKit kit = MarketTestKit.of(
            new MarketService(),
            settings -> settings.time(time)
                    .listener(metrics)
                    .hub(hub -> hub.allowOrigins("https://market.example"))
                    .limits(limits -> limits.maxQueuedMessages(10)));

    @BeforeEach
    void observe() {
        metrics.observe(kit.hub());
    }

    @AfterEach
    void stop() {
        kit.close();
    }

    private MarketTestKit.Client connect() {
        return kit.connect(new Market.Room("fish"));
    }

    private double count(String meter, String... tags) {
        return registry.get("strait.server." + meter)
                .tags(CHANNEL)
                .tags(tags)
                .counter()
                .count();
    }

    private double gauge(String meter) {
        kit.advance(Duration.ofSeconds(2));
        return registry.get("strait.server." + meter).tags(CHANNEL).gauge().value();
    }

    @Test
    void connectionsAndRoomsAreGauges() {
        assertThat(gauge("active_connections")).isZero();
        MarketTestKit.Client ann = connect();
        connect();
        assertThat(gauge("active_connections")).isEqualTo(2);
        assertThat(gauge("rooms")).isEqualTo(1);
        ann.leave();
        assertThat(gauge("active_connections")).isEqualTo(1);
    }

    @Test
    void aSlowClientShowsInTheGaugesOfQueues() {
        MarketTestKit.Client ann = connect();
        MarketTestKit.Client bob = connect();
        bob.stall();
        for (int i = 0; i < 8; i++) {
            ann.offer("cod");
        }
        assertThat(gauge("outbox.messages")).isBetween(6.0, 8.0);
        assertThat(gauge("outbox")).isGreaterThan(100);
        assertThat(gauge("slow_connections")).isEqualTo(1);
    }

    @Test
    void messagesAndDeliveriesAreCounted() {
        MarketTestKit.Client ann = connect();
        connect();
        ann.offer("cod");
        ann.offer("eel");
        assertThat(count("messages", "strait.message", "offer", "direction", "received"))
                .isEqualTo(2);
        assertThat(count("messages", "strait.message", "offered", "direction", "emitted"))
                .isEqualTo(2);
        assertThat(count("deliveries", "strait.message", "offered", "outcome", "queued"))
                .isEqualTo(4);
        assertThat(registry.get("strait.server.handler.duration")
                        .tags("strait.message", "offer", "error.type", "none")
                        .timer()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void anEvictedConnectionIsCountedWithItsDroppedMessages() {
        MarketTestKit.Client ann = connect();
        MarketTestKit.Client bob = connect();
        bob.stall();
        for (int i = 0; i < 30; i++) {
            ann.offer("cod");
        }
        kit.advance(Duration.ofSeconds(30));
        assertThat(count("evictions", "strait.close.code", "1013")).isEqualTo(1);
        assertThat(count("deliveries", "strait.message", "offered", "outcome", "dropped"))
                .isPositive();
        assertThat(registry.get("strait.server.connection.duration")
                        .tags("strait.connection.status", "evicted", "strait.close.code", "1013")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void refusalsAndFailuresAreCountedByTheirCode() {
        MarketTestKit.Client ann = connect();
        ann.offer("sold");
        ann.offer("broken");
        ann.raw("{\"type\":\"offer\",\"goods\":5}");
        assertThat(ann.refusal().code()).isEqualTo("sold-out");
        assertThat(ann.refusal().code()).isEqualTo("internal");
        assertThat(ann.refusal().code()).isEqualTo("invalid");
        assertThat(kit.failures()).hasSize(1);
        assertThat(count("refusals", "error.type", "sold-out")).isEqualTo(1);
        assertThat(count("refusals", "error.type", "internal")).isEqualTo(1);
        assertThat(count("refusals", "error.type", "invalid")).isEqualTo(1);
        assertThat(registry.get("strait.server.handler.duration")
                        .tags("error.type", "sold-out")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void asksAreTimedByTheirOutcome() {
        MarketTestKit.Client ann = connect();
        ann.ignoring(Market.Confirm.class);
        ann.offer("asked");
        assertThat(gauge("open_asks")).isEqualTo(1);
        kit.advance(Duration.ofSeconds(5));
        assertThat(registry.get("strait.server.asks")
                        .tags("strait.message", "confirm", "outcome", "timeout")
                        .timer()
                        .totalTime(TimeUnit.SECONDS))
                .isEqualTo(5);
        assertThat(gauge("open_asks")).isZero();
    }

    @Test
    void handshakesAreCountedByTheirOutcome() {
        connect();
        assertThatThrownBy(() -> kit.connect(new Market.Room("fish"), who -> who.origin("https://evil.example")))
                .isInstanceOf(RefusedHandshake.class);
        assertThat(count("handshakes", "outcome", "opened")).isEqualTo(1);
        assertThat(count("handshakes", "outcome", "origin")).isEqualTo(1);
    }

    @Test
    void theTimeOfAConnectionHasItsStatus() {
        MarketTestKit.Client ann = connect();
        MarketTestKit.Client bob = connect();
        kit.advance(Duration.ofSeconds(40));
        ann.leave();
        bob.vanish();
        kit.advance(Duration.ofMinutes(2));
        assertThat(registry.get("strait.server.connection.duration")
                        .tags("strait.connection.status", "normal_closure", "strait.close.code", "1000")
                        .timer()
                        .totalTime(TimeUnit.SECONDS))
                .isEqualTo(40);
        assertThat(registry.get("strait.server.connection.duration")
                        .tags("strait.connection.status", "timeout", "strait.close.code", "1001")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aDrainIsTimed() {
        connect();
        kit.hub().close();
        kit.settle();
        assertThat(registry.get("strait.server.drain.duration")
                        .tags("outcome", "clean")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("strait.server.connection.duration")
                        .tags("strait.connection.status", "app_shutdown")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void noTagDependsOnWhatClientsSend() {
        MarketTestKit.Client ann = connect();
        int before = registry.getMeters().size();
        for (int i = 0; i < 8; i++) {
            ann.raw("{\"type\":\"made-up-" + i + "\"}");
            ann.refusal();
        }
        ann.leave();
        assertThat(registry.getMeters().stream()
                        .map(Meter::getId)
                        .flatMap(id -> id.getTags().stream())
                        .map(tag -> tag.getValue()))
                .noneMatch(value -> value.contains("made-up") || value.contains("fish"));
        assertThat(registry.getMeters().size() - before)
                .isEqualTo(15); // the duration of the connection, and its buckets
    }

    @Test
    void metersObserveOneHub() {
        try (ChannelHub other = ChannelHub.create()) {
            assertThatThrownBy(() -> metrics.observe(other))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("The meters observe another hub. Create one ChannelMetrics for each hub.");
        }
    }

    @Test
    void theNumberOfErrorCodesIsLimited() {
        ErrorCodes codes = new ErrorCodes(50);
        for (int i = 0; i < 50; i++) {
            assertThat(codes.tag("code-" + i)).isEqualTo("code-" + i);
        }
        assertThat(codes.tag("code-50")).isEqualTo("other");
        assertThat(codes.tag("code-0")).isEqualTo("code-0");
        assertThat(codes.tag(Refusal.forbidden("No.").code())).isEqualTo("forbidden");
    }
}
