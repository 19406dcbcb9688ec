package dev.strait.spring;

import dev.strait.opentelemetry.ChannelTracing;
import io.opentelemetry.api.OpenTelemetry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/** Creates spans where the application has OpenTelemetry, also through the bridge of Micrometer Tracing. */
@AutoConfiguration(
        before = StraitAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration",
            "org.springframework.boot.actuate.autoconfigure.opentelemetry.OpenTelemetryAutoConfiguration",
            "io.opentelemetry.instrumentation.spring.autoconfigure.OpenTelemetryAutoConfiguration"
        })
@ConditionalOnBooleanProperty(name = "strait.enabled", matchIfMissing = true)
@ConditionalOnClass({ChannelTracing.class, OpenTelemetry.class})
@ConditionalOnBean(OpenTelemetry.class)
public final class StraitTracingAutoConfiguration {

    /** The outermost interceptor, so that the span covers the others. */
    private static final int ORDER = -200;

    /** For Spring. */
    public StraitTracingAutoConfiguration() {}

    @Bean
    @Order(ORDER)
    @ConditionalOnMissingBean
    ChannelTracing straitTracing(OpenTelemetry openTelemetry) {
        return ChannelTracing.of(openTelemetry);
    }
}
