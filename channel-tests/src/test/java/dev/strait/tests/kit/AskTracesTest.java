package dev.strait.tests.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.spi.HandlerInterceptor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Asks of the server carry the trace of the server, to clients that have sent one. */
class AskTracesTest {

    private static final String ASK = "{\"type\":\"confirm-age\",\"name\":\"nobody\",\"$id\":\"s1\"";

    private static HandlerInterceptor tracing(Optional<String> current) {
        return new HandlerInterceptor() {
            @Override
            public @Nullable Object around(Call call, Next next) {
                return next.proceed();
            }

            @Override
            public Optional<String> currentTrace() {
                return current;
            }
        };
    }

    /** Returns the ask that a client gets after a frame of its own. */
    private static String askAfter(String frame, HandlerInterceptor... interceptors) {
        try (AuctionsTestKit kit = AuctionsTestKit.of(new AuctionsService(), settings -> {
            for (HandlerInterceptor interceptor : interceptors) {
                settings.around(interceptor);
            }
        })) {
            AuctionsTestKit.Client ann = kit.connect("a");
            ann.raw(frame);
            ann.frames();
            ann.enter();
            return ann.frames().get(0);
        }
    }

    private static String traced(String trace) {
        return "{\"type\":\"say\",\"text\":\"hi\",\"$trace\":\"" + trace + "\"}";
    }

    @Test
    void aClientThatHasSentATraceGetsTheTraceOfTheServer() {
        assertThat(askAfter(traced("00-a"), tracing(Optional.of("00-s")))).isEqualTo(ASK + ",\"$trace\":\"00-s\"}");
    }

    @Test
    void aClientThatHasSentNoneGetsNone() {
        String untraced = "{\"type\":\"say\",\"text\":\"hi\"}";
        assertThat(askAfter(untraced, tracing(Optional.of("00-s")))).isEqualTo(ASK + "}");
        assertThat(askAfter(traced("not a trace"), tracing(Optional.of("00-s"))))
                .isEqualTo(ASK + "}");
    }

    @Test
    void theFirstInterceptorThatKnowsATraceDecides() {
        assertThat(askAfter(
                        traced("00-a"),
                        tracing(Optional.empty()),
                        tracing(Optional.of("00-s")),
                        tracing(Optional.of("00-t"))))
                .isEqualTo(ASK + ",\"$trace\":\"00-s\"}");
        assertThat(askAfter(traced("00-a"))).isEqualTo(ASK + "}");
    }

    @Test
    void anInterceptorThatFailsCostsTheTraceOnly() {
        HandlerInterceptor broken = new HandlerInterceptor() {
            @Override
            public @Nullable Object around(Call call, Next next) {
                return next.proceed();
            }

            @Override
            public Optional<String> currentTrace() {
                throw new IllegalStateException("broken");
            }
        };
        assertThat(askAfter(traced("00-a"), broken)).isEqualTo(ASK + "}");
    }

    @Test
    void aTraceIsEscaped() {
        assertThat(askAfter(traced("00-a"), tracing(Optional.of("\"\\")))).isEqualTo(ASK + ",\"$trace\":\"\\\"\\\\\"}");
    }
}
