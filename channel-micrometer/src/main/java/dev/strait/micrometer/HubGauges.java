package dev.strait.micrometer;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.ChannelView;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The gauges of a hub. They read a view of the hub that is at most a second old, because it visits all connections. */
final class HubGauges {

    private static final long MAX_AGE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final MeterRegistry registry;

    // Guarded by this.

    private @Nullable ChannelHub hub;
    private Map<String, ChannelView> views = Map.of();
    private long readAt;

    HubGauges(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Registers the gauges of the channels of a hub, unless they are registered. Returns the names of the channels. */
    Set<String> observe(ChannelHub observed) {
        synchronized (this) {
            if (hub != null && hub != observed) {
                throw new IllegalStateException(
                        "The meters observe another hub. Create one ChannelMetrics for each hub.");
            }
            hub = observed;
            read(observed);
        }
        Set<String> channels = current().keySet();
        channels.forEach(this::register);
        return channels;
    }

    /** Returns the channel that is served at a path, or {@code unknown}. */
    String channelOf(String path) {
        return current().values().stream()
                .filter(view -> view.paths().contains(path))
                .map(ChannelView::name)
                .findFirst()
                .orElse("unknown");
    }

    private void register(String channel) {
        gauge(channel, "active_connections", "connections", "Open connections.", ChannelView::connections);
        gauge(channel, "rooms", "rooms", "Rooms with members.", ChannelView::rooms);
        gauge(
                channel,
                "outbox.messages",
                "messages",
                "Messages that wait to be written.",
                ChannelView::waitingMessages);
        gauge(channel, "outbox", "bytes", "Bytes that wait to be written.", ChannelView::waitingBytes);
        gauge(
                channel,
                "slow_connections",
                "connections",
                "Connections whose queue is more than half full.",
                ChannelView::slowConnections);
        gauge(channel, "open_asks", "asks", "Asks of the server without an answer yet.", ChannelView::openAsks);
    }

    private void gauge(
            String channel, String name, String unit, String description, ToDoubleFunction<ChannelView> value) {
        Gauge.builder("strait.server." + name, this, gauges -> gauges.value(channel, value))
                .baseUnit(unit)
                .description(description)
                .tag("strait.channel", channel)
                .strongReference(true)
                .register(registry);
    }

    private double value(String channel, ToDoubleFunction<ChannelView> value) {
        ChannelView view = current().get(channel);
        return view == null ? 0 : value.applyAsDouble(view);
    }

    private synchronized Map<String, ChannelView> current() {
        if (hub != null && registry.config().clock().monotonicTime() - readAt > MAX_AGE_NANOS) {
            read(hub);
        }
        return views;
    }

    private synchronized void read(ChannelHub observed) {
        Map<String, ChannelView> read = new LinkedHashMap<>();
        observed.channels().forEach(view -> read.put(view.name(), view));
        views = read;
        readAt = registry.config().clock().monotonicTime();
    }
}
