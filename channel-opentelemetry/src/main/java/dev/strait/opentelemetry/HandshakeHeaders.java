package dev.strait.opentelemetry;

import dev.strait.runtime.Handshake;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a handshake says about its trace. */
enum HandshakeHeaders implements TextMapGetter<Handshake> {
    INSTANCE;

    /** Deprecated, but abstract in older versions. No propagator of OpenTelemetry uses it. */
    @Override
    @SuppressWarnings("deprecation")
    public Iterable<String> keys(Handshake handshake) {
        return List.of();
    }

    @Override
    public @Nullable String get(@Nullable Handshake handshake, String name) {
        return handshake == null
                ? null
                : handshake.attribute(name).or(() -> handshake.header(name)).orElse(null);
    }
}
