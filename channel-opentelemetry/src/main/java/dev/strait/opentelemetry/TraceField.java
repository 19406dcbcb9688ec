package dev.strait.opentelemetry;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The {@code $trace} of a frame: a {@code traceparent}. */
enum TraceField implements TextMapGetter<String> {
    INSTANCE;

    private static final String NAME = "traceparent";

    /** Returns the span that is current; empty if there is none. */
    static Optional<String> current() {
        Map<String, String> fields = new HashMap<>();
        W3CTraceContextPropagator.getInstance()
                .inject(Context.current(), fields, (same, name, value) -> fields.put(name, value));
        return Optional.ofNullable(fields.get(NAME));
    }

    /** Returns a context with the span of a frame. It is the given one if the text is no {@code traceparent}. */
    static Context extract(Context context, String trace) {
        return W3CTraceContextPropagator.getInstance().extract(context, trace, INSTANCE);
    }

    /** Deprecated, but abstract in older versions. */
    @Override
    @SuppressWarnings("deprecation")
    public Iterable<String> keys(String trace) {
        return List.of(NAME);
    }

    @Override
    public @Nullable String get(@Nullable String trace, String name) {
        return NAME.equals(name) ? trace : null;
    }
}
