package dev.strait.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.Handshake;
import dev.strait.runtime.Refusal;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The spans of messages. */
class ChannelTracingTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SPAN = "b7ad6b7169203331";
    private static final String TRACEPARENT = "00-" + TRACE + "-" + SPAN + "-01";

    @RegisterExtension
    static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

    private final List<String> current = new ArrayList<>();

    private final NotesHandler<String> handler = new NotesHandler<>() {
        @Override
        public String open(Handshake handshake) {
            return "";
        }

        @Override
        public void onAdd(Notes.Add add, NotesConnection<String> from) {
            current.add(Span.current().getSpanContext().getSpanId());
            switch (add.text()) {
                case "secret" -> throw Refusal.forbidden("Not this one.");
                case "broken" -> throw new IllegalStateException("broken");
                default -> from.reply().added(add.text());
            }
        }

        @Override
        public void onClear(Notes.Clear clear, NotesConnection<String> from) {
            CompletionStage<Notes.Confirmed> unused = from.ask(new Notes.ConfirmClear(), Duration.ofSeconds(5));
        }
    };

    private static String clear(String field) {
        return "{\"type\":\"clear\"" + field + "}";
    }

    private NotesTestKit kit(ChannelTracing tracing) {
        return NotesTestKit.of(handler, settings -> settings.around(tracing));
    }

    private NotesTestKit kit() {
        return kit(ChannelTracing.of(TELEMETRY.getOpenTelemetry()));
    }

    private static SpanData onlySpan() {
        assertThat(TELEMETRY.getSpans()).hasSize(1);
        return TELEMETRY.getSpans().get(0);
    }

    @Test
    void aMessageIsASpanOfItsOwnTrace() {
        try (NotesTestKit kit = kit()) {
            NotesTestKit.Client ann = kit.connect();
            ann.add("milk");
            SpanData span = onlySpan();
            assertThat(span.getName()).isEqualTo("Notes/add");
            assertThat(span.getKind()).isEqualTo(SpanKind.SERVER);
            assertThat(span.getParentSpanId()).isEqualTo(SpanId.getInvalid());
            assertThat(span.getLinks()).isEmpty();
            assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
            assertThat(span.getAttributes().asMap())
                    .containsOnly(
                            Map.entry(AttributeKey.stringKey("rpc.system.name"), "strait"),
                            Map.entry(AttributeKey.stringKey("rpc.method"), "dev.strait.opentelemetry.Notes/add"),
                            Map.entry(AttributeKey.stringKey("strait.connection.id"), ann.id()));
            assertThat(current).containsExactly(span.getSpanId());
        }
    }

    @Test
    void theTraceOfTheHandshakeIsLinked() {
        try (NotesTestKit kit = kit()) {
            kit.connect(who -> who.header("traceparent", TRACEPARENT)).add("milk");
            assertThat(onlySpan().getTraceId()).isNotEqualTo(TRACE);
            assertThat(onlySpan().getLinks())
                    .extracting(LinkData::getSpanContext)
                    .extracting(context -> context.getTraceId() + "/" + context.getSpanId())
                    .containsExactly(TRACE + "/" + SPAN);
        }
    }

    @Test
    void theSpanOfTheHandshakeIsLinked() {
        ChannelTracing tracing = ChannelTracing.of(TELEMETRY.getOpenTelemetry());
        Span request = TELEMETRY
                .getOpenTelemetry()
                .getTracer("test")
                .spanBuilder("GET")
                .startSpan();
        try (NotesTestKit kit = NotesTestKit.of(
                handler, settings -> settings.around(tracing).hub(hub -> hub.handshakeAttributes(tracing)))) {
            Context.current()
                    .with(request)
                    .wrap(() -> kit.connect().add("milk"))
                    .run();
            assertThat(onlySpan().getTraceId())
                    .isNotEqualTo(request.getSpanContext().getTraceId());
            assertThat(onlySpan().getLinks())
                    .extracting(LinkData::getSpanContext)
                    .extracting(SpanContext::getSpanId)
                    .containsExactly(request.getSpanContext().getSpanId());
        }
    }

    @Test
    void theSpanOfTheClientIsTheParent() {
        try (NotesTestKit kit = kit()) {
            kit.connect().raw("{\"type\":\"add\",\"text\":\"milk\",\"$trace\":\"" + TRACEPARENT + "\"}");
            assertThat(onlySpan().getTraceId()).isEqualTo(TRACE);
            assertThat(onlySpan().getParentSpanId()).isEqualTo(SPAN);
        }
    }

    @Test
    void theSpanOfAClientThatIsNotTrustedIsLinked() {
        try (NotesTestKit kit =
                kit(ChannelTracing.of(TELEMETRY.getOpenTelemetry()).withClientsAsLinks())) {
            kit.connect().raw("{\"type\":\"add\",\"text\":\"milk\",\"$trace\":\"" + TRACEPARENT + "\"}");
            assertThat(onlySpan().getTraceId()).isNotEqualTo(TRACE);
            assertThat(onlySpan().getLinks()).hasSize(1);
        }
    }

    @Test
    void aTraceThatIsNoTraceparentIsIgnored() {
        try (NotesTestKit kit = kit()) {
            kit.connect().raw("{\"type\":\"add\",\"text\":\"milk\",\"$trace\":\"00-made-up-01\"}");
            assertThat(onlySpan().getParentSpanId()).isEqualTo(SpanId.getInvalid());
            assertThat(onlySpan().getLinks()).isEmpty();
        }
    }

    @Test
    void anAskTellsClientsWithTracesTheSpanOfTheHandler() {
        try (NotesTestKit kit = kit()) {
            NotesTestKit.Client ann = kit.connect();
            ann.raw(clear(",\"$trace\":\"" + TRACEPARENT + "\""));
            assertThat(onlySpan().getParentSpanId()).isEqualTo(SPAN);
            assertThat(ann.frames())
                    .last()
                    .asString()
                    .contains("\"$trace\":\"00-" + TRACE + "-" + onlySpan().getSpanId() + "-01\"");
            NotesTestKit.Client bob = kit.connect();
            bob.raw(clear(""));
            assertThat(bob.frames()).last().asString().doesNotContain("$trace");
        }
    }

    @Test
    void aRefusalHasItsCodeAndIsNoError() {
        try (NotesTestKit kit = kit()) {
            NotesTestKit.Client ann = kit.connect();
            ann.add("secret");
            assertThat(ann.refusal().code()).isEqualTo("forbidden");
            assertThat(onlySpan().getAttributes().get(AttributeKey.stringKey("error.type")))
                    .isEqualTo("forbidden");
            assertThat(onlySpan().getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        }
    }

    @Test
    void aFailureIsRecorded() {
        try (NotesTestKit kit = kit()) {
            NotesTestKit.Client ann = kit.connect();
            ann.add("broken");
            assertThat(ann.refusal().code()).isEqualTo("internal");
            assertThat(onlySpan().getAttributes().get(AttributeKey.stringKey("error.type")))
                    .isEqualTo("java.lang.IllegalStateException");
            assertThat(onlySpan().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
            assertThat(onlySpan().getEvents()).hasSize(1);
            kit.failures();
        }
    }

    @Test
    void onlyMessagesAreSpans() {
        try (NotesTestKit kit = kit()) {
            kit.connect().leave();
            assertThat(TELEMETRY.getSpans()).isEmpty();
        }
    }
}
