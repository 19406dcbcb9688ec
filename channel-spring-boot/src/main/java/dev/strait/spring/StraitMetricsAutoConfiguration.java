package dev.strait.spring;

import dev.strait.micrometer.ChannelMetrics;
import dev.strait.runtime.ChannelHub;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;

/** Records meters where the application has a registry. */
@AutoConfiguration(
        before = StraitAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration"
        })
@ConditionalOnBooleanProperty(name = "strait.enabled", matchIfMissing = true)
@ConditionalOnClass({ChannelMetrics.class, MeterRegistry.class})
@ConditionalOnBean(MeterRegistry.class)
public final class StraitMetricsAutoConfiguration {

    /** For Spring. */
    public StraitMetricsAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    ChannelMetrics straitMetrics(MeterRegistry registry) {
        return ChannelMetrics.of(registry);
    }

    /** The channels are known when the application has started. */
    @Bean
    ApplicationListener<ApplicationStartedEvent> straitGauges(
            ObjectProvider<ChannelMetrics> metrics, ObjectProvider<ChannelHub> hub) {
        return event -> metrics.ifAvailable(meters -> hub.ifAvailable(meters::observe));
    }
}
