package dev.strait.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.backplane.LocalEngine;
import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.spi.Backplane;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** The meters of two nodes with an engine between them. */
class BackplaneMetersTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    private double gauge(String name) {
        return registry.get("strait.server.backplane." + name).gauge().value();
    }

    private double counter(String name, String... tags) {
        return registry.get("strait.server.backplane." + name)
                .tags(tags)
                .counter()
                .count();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Test
    void theLinkAndWhatItCarriesAreMeasured() {
        ChannelMetrics metrics = ChannelMetrics.of(registry);
        try (LocalEngine engine = LocalEngine.create();
                Backplane backplane = engine.connect();
                ChannelHub hub = ChannelHub.builder()
                        .backplane(backplane)
                        .listener(metrics)
                        .build();
                ChannelHub other =
                        ChannelHub.builder().backplane(engine.connect()).build()) {
            hub.add(MarketEndpoint.of(new MarketService()));
            other.add(MarketEndpoint.of(new MarketService()));
            metrics.observe(hub);
            await(() -> gauge("connected") == 1 && gauge("peers") == 1);
            assertThat(gauge("topics")).isEqualTo(3);
            await(() -> gauge("topics.unconfirmed") == 0);
            assertThat(counter("received", "origin", "peer")).isPositive();
            assertThat(registry.get("strait.server.backplane.publish.duration")
                            .timer()
                            .count())
                    .isPositive();
            engine.cut(backplane);
            await(() -> gauge("connected") == 0);
            assertThat(counter("disconnects")).isEqualTo(1);
            MarketEmitter.of(hub).everyone().offered("cod");
            assertThat(counter("lost", "reason", "unreachable")).isEqualTo(1);
            await(() -> gauge("in_flight") == 0);
        }
    }

    @Test
    void aHubWithoutABackplaneHasNone() {
        ChannelMetrics metrics = ChannelMetrics.of(registry);
        try (ChannelHub hub = ChannelHub.builder().listener(metrics).build()) {
            metrics.observe(hub);
            assertThat(registry.find("strait.server.backplane.connected").gauge())
                    .isNull();
        }
    }
}
