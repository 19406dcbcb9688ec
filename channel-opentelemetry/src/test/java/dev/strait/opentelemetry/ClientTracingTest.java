package dev.strait.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The traces of Java clients. */
class ClientTracingTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String TRACEPARENT = "00-" + TRACE + "-b7ad6b7169203331-01";

    @RegisterExtension
    static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

    private final ClientTracing tracing = ClientTracing.create();

    private static SpanContext current() {
        return Span.current().getSpanContext();
    }

    @Test
    void messagesBelongToTheCurrentSpan() {
        Span span = TELEMETRY
                .getOpenTelemetry()
                .getTracer("test")
                .spanBuilder("click")
                .startSpan();
        assertThat(Context.current().with(span).wrapSupplier(tracing::current).get())
                .get()
                .asString()
                .startsWith("00-" + span.getSpanContext().getTraceId() + "-"
                        + span.getSpanContext().getSpanId() + "-");
    }

    @Test
    void messagesWithoutASpanHaveNoTrace() {
        assertThat(tracing.current()).isEmpty();
    }

    @Test
    void anAskIsAnsweredInTheTraceOfTheServer() {
        assertThat(tracing.callWithin(TRACEPARENT, ClientTracingTest::current).getTraceId())
                .isEqualTo(TRACE);
        assertThat(current().isValid()).isFalse();
    }

    @Test
    void aTraceThatIsNoTraceparentChangesNothing() {
        assertThat(tracing.callWithin("made up", ClientTracingTest::current).isValid())
                .isFalse();
    }
}
