import org.jspecify.annotations.NullMarked;

/** Spans of a hub for OpenTelemetry, and the traces of its clients. */
@NullMarked
module dev.strait.opentelemetry {
    requires transitive dev.strait.runtime;
    requires transitive io.opentelemetry.api;
    requires io.opentelemetry.context;
    requires static dev.strait.client;
    requires static jakarta.websocket;
    requires static jakarta.websocket.client;
    requires static transitive org.jspecify;

    exports dev.strait.opentelemetry;
}
