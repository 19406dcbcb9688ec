package dev.strait.micrometer;

import dev.strait.runtime.BackplaneEvent;
import dev.strait.runtime.BackplaneView;
import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.ChannelListener;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.Delivery;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Records the events of a hub as meters of Micrometer. Their names begin with {@code strait.server.}; docs/operations.md lists
 * them. One instance serves one hub.
 *
 * <pre>{@code
 * ChannelMetrics metrics = ChannelMetrics.of(registry);
 * ChannelHub hub = ChannelHub.builder().listener(metrics).build();
 * hub.add(ChatEndpoint.of(new ChatService()));
 * metrics.observe(hub);
 * }</pre>
 *
 * <p>Tags have a bounded number of values: names in contracts, and codes. Rooms, users, connections and paths of requests are
 * never tags. Safe for all threads.
 */
public final class ChannelMetrics implements ChannelListener {

    /** How many error codes of the application are tags. Further ones count as {@code other}. */
    private static final int MAX_APPLICATION_CODES = 50;

    private final MeterRegistry registry;
    private final Map<String, ChannelMeters> channels = new ConcurrentHashMap<>();
    private final ErrorCodes errorCodes = new ErrorCodes(MAX_APPLICATION_CODES);
    /** The ids of connections that the server has evicted, until they have closed. */
    private final Set<String> evicted = ConcurrentHashMap.newKeySet();

    private final HubGauges gauges;
    private volatile long drainStart;
    /** Null until something happens between nodes; created under the lock of this. */
    private volatile @Nullable BackplaneMeters backplane;

    private ChannelMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.gauges = new HubGauges(registry);
    }

    /** Returns a listener that records into a registry. */
    public static ChannelMetrics of(MeterRegistry registry) {
        return new ChannelMetrics(Objects.requireNonNull(registry, "registry"));
    }

    /**
     * Registers the gauges of a hub: connections, rooms and queues of each channel that the hub has now, and counters that are
     * still 0. Call it after the endpoints are added; another call registers those of channels that were added meanwhile.
     *
     * @throws IllegalStateException if another hub was observed before
     */
    public void observe(ChannelHub hub) {
        gauges.observe(hub).forEach(channel -> meters(channel).registerKnown(ErrorCodes.OWN));
        if (hub.backplane().state() != BackplaneView.State.ALONE) {
            backplane().observe(hub);
        }
    }

    private BackplaneMeters backplane() {
        BackplaneMeters known = backplane;
        if (known == null) {
            synchronized (this) {
                known = backplane == null ? new BackplaneMeters(registry) : backplane;
                backplane = known;
            }
        }
        return known;
    }

    private ChannelMeters meters(String channel) {
        ChannelMeters known = channels.get(channel);
        return known == null ? channels.computeIfAbsent(channel, name -> new ChannelMeters(registry, name)) : known;
    }

    @Override
    public void opened(ConnectionInfo connection) {
        meters(connection.channel()).handshakes("opened").increment();
    }

    @Override
    public void handshakeRefused(String path, String reason) {
        meters(gauges.channelOf(path)).handshakes(reason).increment();
    }

    @Override
    public void closed(ConnectionInfo connection, CloseReason reason) {
        boolean isEvicted = evicted.remove(connection.id());
        long millis = registry.config().clock().wallTime() - connection.since().toEpochMilli();
        meters(connection.channel())
                .connectionDuration(CloseStatus.of(reason, isEvicted), CloseStatus.code(reason))
                .record(Math.max(0, millis), TimeUnit.MILLISECONDS);
    }

    @Override
    public void evicted(ConnectionInfo connection, CloseReason reason) {
        evicted.add(connection.id());
        meters(connection.channel()).evictions(CloseStatus.code(reason)).increment();
    }

    @Override
    public void received(ConnectionInfo connection, String type) {
        meters(connection.channel()).received(type).increment();
    }

    @Override
    public void handled(ConnectionInfo connection, String type, Duration time, Optional<String> error) {
        String code = error.map(errorCodes::tag).orElse("none");
        meters(connection.channel()).handlerDuration(type, code).record(time);
    }

    @Override
    public void refused(ConnectionInfo connection, String code) {
        meters(connection.channel()).refusals(errorCodes.tag(code)).increment();
    }

    @Override
    public void answered(ConnectionInfo connection, String type, Duration time, String outcome) {
        meters(connection.channel()).asks(type, outcome).record(time);
    }

    @Override
    public void emitted(String channel, String type, Delivery delivery) {
        ChannelMeters.Emitted meters = meters(channel).emitted(type);
        meters.emits().increment();
        if (delivery.queued() > 0) {
            meters.queued().increment(delivery.queued());
        }
    }

    @Override
    public void dropped(ConnectionInfo connection, String type) {
        meters(connection.channel()).emitted(type).dropped().increment();
    }

    @Override
    public void tickSkipped(String channel, String room) {
        meters(channel).skippedTicks().increment();
    }

    @Override
    public void handlerStalled(String channel, String method, Duration time) {
        meters(channel).stalledHandlers(method).increment();
    }

    @Override
    public void draining(int connections) {
        drainStart = registry.config().clock().monotonicTime();
    }

    @Override
    public void drained(int forced) {
        long nanos = registry.config().clock().monotonicTime() - drainStart;
        Timer.builder("strait.server.drain.duration")
                .description("How long the connections took to close when the hub stopped.")
                .tag("outcome", forced == 0 ? "clean" : "forced")
                .register(registry)
                .record(nanos, TimeUnit.NANOSECONDS);
        Counter.builder("strait.server.drain.forced")
                .description("Connections that did not end in time when the hub stopped.")
                .baseUnit("connections")
                .register(registry)
                .increment(forced);
    }

    @Override
    public void backplane(BackplaneEvent event) {
        backplane().record(event);
    }
}
