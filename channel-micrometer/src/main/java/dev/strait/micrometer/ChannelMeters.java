package dev.strait.micrometer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** The counters and timers of one channel. Those of each message are kept, because a registry takes longer to find them. */
final class ChannelMeters {

    /** Those of {@code signalr.server.connection.duration} in OpenTelemetry's semantic conventions. */
    private static final Duration[] DURATION_BUCKETS = DoubleStream.of(
                    0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 120, 300)
            .mapToObj(seconds -> Duration.ofMillis((long) (seconds * 1_000)))
            .toArray(Duration[]::new);

    private record Handled(String message, String error) {}

    /** The meters of one message of the server. */
    record Emitted(Counter emits, Counter queued, Counter dropped) {}

    private final MeterRegistry registry;
    private final String channel;
    private final Map<String, Counter> received = new ConcurrentHashMap<>();
    private final Map<String, Emitted> emitted = new ConcurrentHashMap<>();
    private final Map<Handled, Timer> handlerDurations = new ConcurrentHashMap<>();

    ChannelMeters(MeterRegistry registry, String channel) {
        this.registry = registry;
        this.channel = channel;
    }

    /**
     * Registers the counters whose tags are known before anything happens. A rate of a counter that appears with its first event
     * does not have that event.
     */
    void registerKnown(Collection<String> errorCodes) {
        List.of("opened", "origin", "host", "rate", "connections").forEach(this::handshakes);
        List.of("1001", "1008", "1009", "1011", "1013", "4400", "4410").forEach(this::evictions);
        errorCodes.forEach(this::refusals);
        List.of("open", "message", "call", "tick").forEach(this::stalledHandlers);
        skippedTicks();
    }

    Counter handshakes(String outcome) {
        return counter("strait.server.handshakes", null, "Handshakes, opened or refused.")
                .tag("outcome", outcome)
                .register(registry);
    }

    Timer connectionDuration(String status, String code) {
        return Timer.builder("strait.server.connection.duration")
                .description("How long connections were open.")
                .serviceLevelObjectives(DURATION_BUCKETS)
                .tag("strait.channel", channel)
                .tag("strait.connection.status", status)
                .tag("strait.close.code", code)
                .register(registry);
    }

    Counter evictions(String code) {
        return counter(
                        "strait.server.evictions",
                        "connections",
                        "Connections that the server has closed because they were slow, idle or over a limit.")
                .tag("strait.close.code", code)
                .register(registry);
    }

    Counter refusals(String code) {
        return counter("strait.server.refusals", null, "Errors that clients got.")
                .tag("error.type", code)
                .register(registry);
    }

    Timer asks(String message, String outcome) {
        return Timer.builder("strait.server.asks")
                .description("Asks of the server, until the client has answered.")
                .tag("strait.channel", channel)
                .tag("strait.message", message)
                .tag("outcome", outcome)
                .register(registry);
    }

    Counter skippedTicks() {
        return counter(
                        "strait.server.ticks.skipped",
                        null,
                        "Ticks of rooms that were skipped, because one took too long.")
                .register(registry);
    }

    Counter stalledHandlers(String method) {
        return counter("strait.server.handlers.stalled", null, "Calls of the application that took more than 30 s.")
                .tag("strait.method", method)
                .register(registry);
    }

    Counter received(String message) {
        Counter known = received.get(message);
        return known == null ? received.computeIfAbsent(message, type -> messages("received", type)) : known;
    }

    Emitted emitted(String message) {
        Emitted known = emitted.get(message);
        return known == null
                ? emitted.computeIfAbsent(
                        message,
                        type -> new Emitted(
                                messages("emitted", type), deliveries("queued", type), deliveries("dropped", type)))
                : known;
    }

    Timer handlerDuration(String message, String error) {
        return handlerDurations.computeIfAbsent(
                new Handled(message, error),
                key -> Timer.builder("strait.server.handler.duration")
                        .description("How long handlers took for a message.")
                        .tag("strait.channel", channel)
                        .tag("strait.message", key.message())
                        .tag("error.type", key.error())
                        .register(registry));
    }

    private Counter messages(String direction, String message) {
        return counter("strait.server.messages", "messages", "Messages of clients, and emits of the server.")
                .tag("strait.message", message)
                .tag("direction", direction)
                .register(registry);
    }

    private Counter deliveries(String outcome, String message) {
        return counter("strait.server.deliveries", "frames", "Emitted messages, once for each recipient.")
                .tag("strait.message", message)
                .tag("outcome", outcome)
                .register(registry);
    }

    private Counter.Builder counter(String name, @Nullable String unit, String description) {
        return Counter.builder(name).baseUnit(unit).description(description).tag("strait.channel", channel);
    }
}
