package dev.strait.micrometer;

import dev.strait.runtime.BackplaneEvent;
import dev.strait.runtime.BackplaneView;
import dev.strait.runtime.BackplaneView.State;
import dev.strait.runtime.ChannelHub;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The meters of a backplane, registered when there is one. */
final class BackplaneMeters {

    private static final String PREFIX = "strait.server.backplane.";

    private static final long MAX_AGE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final MeterRegistry registry;
    private final Map<BackplaneEvent.Origin, Counter> received = new EnumMap<>(BackplaneEvent.Origin.class);
    private final Map<BackplaneEvent.Loss, Counter> lost = new EnumMap<>(BackplaneEvent.Loss.class);
    private final Timer published;
    private final Counter disconnects;

    // Guarded by this.

    private @Nullable BackplaneView view;
    private long viewedAt;

    BackplaneMeters(MeterRegistry registry) {
        this.registry = registry;
        for (BackplaneEvent.Origin origin : BackplaneEvent.Origin.values()) {
            received.put(origin, receivedFrom(origin));
        }
        for (BackplaneEvent.Loss loss : BackplaneEvent.Loss.values()) {
            lost.put(loss, lostBy(loss));
        }
        this.published = Timer.builder(PREFIX + "publish.duration")
                .description("How long the engine took to accept what this node has published.")
                .register(registry);
        this.disconnects = Counter.builder(PREFIX + "disconnects")
                .description("How often the engine was not reachable any more.")
                .register(registry);
    }

    private Counter receivedFrom(BackplaneEvent.Origin origin) {
        return Counter.builder(PREFIX + "received")
                .description("Envelopes that have arrived.")
                .baseUnit("envelopes")
                .tag("origin", lowerCase(origin))
                .register(registry);
    }

    private Counter lostBy(BackplaneEvent.Loss loss) {
        return Counter.builder(PREFIX + "lost")
                .description("Envelopes that did not, or may not, reach other nodes or this one.")
                .baseUnit("envelopes")
                .tag("reason", lowerCase(loss))
                .register(registry);
    }

    private static String lowerCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Registers gauges that read the state of a hub. */
    void observe(ChannelHub hub) {
        gauge(hub, "connected", null, "1 if messages of other nodes arrive.", view -> isConnected(view) ? 1 : 0);
        gauge(
                hub,
                "peers",
                "nodes",
                "Other nodes that live.",
                view -> view.peers().size());
        gauge(hub, "topics", "topics", "Topics that this node is subscribed to.", BackplaneView::topics);
        gauge(
                hub,
                "topics.unconfirmed",
                "topics",
                "Topics whose subscription is not confirmed.",
                BackplaneView::unconfirmedTopics);
        gauge(hub, "in_flight", "envelopes", "Envelopes that are not accepted yet.", BackplaneView::inFlight);
    }

    private static boolean isConnected(BackplaneView view) {
        return view.state() == State.CONNECTED;
    }

    private void gauge(
            ChannelHub hub,
            String name,
            @Nullable String unit,
            String description,
            ToDoubleFunction<BackplaneView> value) {
        Gauge.builder(PREFIX + name, hub, observed -> value.applyAsDouble(viewOf(observed)))
                .baseUnit(unit)
                .description(description)
                .strongReference(true)
                .register(registry);
    }

    /** Returns a view that is at most a second old, because it visits all subscriptions. */
    private synchronized BackplaneView viewOf(ChannelHub hub) {
        long now = registry.config().clock().monotonicTime();
        BackplaneView known = view;
        if (known == null || now - viewedAt > MAX_AGE_NANOS) {
            known = hub.backplane();
            view = known;
            viewedAt = now;
        }
        return known;
    }

    void record(BackplaneEvent event) {
        if (event instanceof BackplaneEvent.Published accepted) {
            published.record(accepted.time());
        } else if (event instanceof BackplaneEvent.Received arrived) {
            increment(received, arrived.origin(), 1);
        } else if (event instanceof BackplaneEvent.Lost loss) {
            increment(lost, loss.loss(), loss.count());
        } else if (event instanceof BackplaneEvent.Disconnected) {
            disconnects.increment();
        }
    }

    private static <K extends Enum<K>> void increment(Map<K, Counter> counters, K key, int count) {
        Objects.requireNonNull(counters.get(key)).increment(count);
    }
}
