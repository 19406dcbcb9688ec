package dev.strait.opentelemetry;

import dev.strait.runtime.Handshake;
import dev.strait.runtime.Refusal;
import dev.strait.runtime.spi.HandlerInterceptor;
import dev.strait.runtime.spi.HandshakeAttributes;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import jakarta.websocket.server.HandshakeRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Creates a span for each message that a handler or a room gets. It is named after the contract and the message, such as
 * {@code Chat/say}, and is current while the handler runs.
 *
 * <pre>{@code
 * ChannelTracing tracing = ChannelTracing.of(openTelemetry);
 * ChannelHub hub = ChannelHub.builder().around(tracing).handshakeAttributes(tracing).build();
 * }</pre>
 *
 * <p>A span begins a trace of its own, with a link to the handshake: to the span that was current
 * then, or to that of its {@code traceparent} header. A connection that lasts for hours would
 * otherwise make one trace that no tool can show. If the frame of the client has a {@code $trace} with a {@code traceparent}
 * of <a href="https://www.w3.org/TR/trace-context/">W3C Trace Context</a>, the span of the client is the parent. Such
 * clients get the current span in the {@code $trace} of asks of the server.
 *
 * <p>Attributes: {@code rpc.system.name} is {@code strait}, {@code rpc.method} the contract and the message, {@code
 * strait.connection.id} the id of the connection, and {@code error.type} the code of a refusal or the class of an exception.
 * Only an exception makes the span an error: refusals are mistakes of clients.
 */
public final class ChannelTracing implements HandlerInterceptor, HandshakeAttributes {

    private static final String SCOPE = "dev.strait";

    private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("rpc.system.name");
    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("rpc.method");
    private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");
    private static final AttributeKey<String> CONNECTION = AttributeKey.stringKey("strait.connection.id");

    private final Tracer tracer;
    private final TextMapPropagator propagator;
    private final boolean isClientParent;

    private ChannelTracing(Tracer tracer, TextMapPropagator propagator, boolean isClientParent) {
        this.tracer = tracer;
        this.propagator = propagator;
        this.isClientParent = isClientParent;
    }

    /** Returns an interceptor that creates spans with a tracer named {@code dev.strait}. */
    public static ChannelTracing of(OpenTelemetry openTelemetry) {
        Objects.requireNonNull(openTelemetry, "openTelemetry");
        return new ChannelTracing(
                openTelemetry.getTracer(SCOPE), openTelemetry.getPropagators().getTextMapPropagator(), true);
    }

    /**
     * Returns the same interceptor, but the span of the client is linked and not the parent. Use it for clients that should
     * not decide whether a trace is sampled, such as those of the public.
     */
    public ChannelTracing withClientsAsLinks() {
        return new ChannelTracing(tracer, propagator, false);
    }

    /** Keeps the span of the request, if there is one. */
    @Override
    @SuppressWarnings("exports") // a hub on a server has the Jakarta API
    public Map<String, String> read(HandshakeRequest request) {
        Map<String, String> fields = new HashMap<>();
        if (Span.current().getSpanContext().isValid()) {
            propagator.inject(Context.current(), fields, (same, name, value) -> fields.put(name, value));
        }
        return fields;
    }

    @Override
    public @Nullable Object around(Call call, Next next) {
        if (call.message().isEmpty()) {
            return next.proceed();
        }
        Span span = start(call, call.message().get());
        try {
            return Context.current().with(span).wrapSupplier(next::proceed).get();
        } catch (Refusal refusal) {
            span.setAttribute(ERROR_TYPE, refusal.code());
            throw refusal;
        } catch (RuntimeException | Error failure) {
            span.setAttribute(ERROR_TYPE, failure.getClass().getName());
            span.recordException(failure);
            span.setStatus(StatusCode.ERROR);
            throw failure;
        } finally {
            span.end();
        }
    }

    @Override
    public Optional<String> currentTrace() {
        return TraceField.current();
    }

    private Span start(Call call, String message) {
        String channel = call.channel();
        SpanBuilder span = tracer.spanBuilder(channel.substring(channel.lastIndexOf('.') + 1) + "/" + message)
                .setSpanKind(SpanKind.SERVER)
                .setNoParent()
                .setAttribute(SYSTEM, "strait")
                .setAttribute(METHOD, channel + "/" + message);
        call.connection().ifPresent(id -> span.setAttribute(CONNECTION, id));
        call.handshake().map(this::contextOf).filter(SpanContext::isValid).ifPresent(span::addLink);
        call.trace().map(trace -> TraceField.extract(Context.root(), trace)).ifPresent(client -> add(client, span));
        return span.startSpan();
    }

    private void add(Context client, SpanBuilder span) {
        SpanContext context = Span.fromContext(client).getSpanContext();
        if (context.isValid() && isClientParent) {
            span.setParent(client);
        } else if (context.isValid()) {
            span.addLink(context);
        }
    }

    private SpanContext contextOf(Handshake handshake) {
        return Span.fromContext(propagator.extract(Context.root(), handshake, HandshakeHeaders.INSTANCE))
                .getSpanContext();
    }
}
