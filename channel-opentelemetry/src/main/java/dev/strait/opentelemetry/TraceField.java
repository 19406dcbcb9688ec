package dev.strait.opentelemetry;

import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the {@code $trace} of a frame as a {@code traceparent}. */
enum TraceField implements TextMapGetter<String> {
    INSTANCE;

    private static final String NAME = "traceparent";

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
