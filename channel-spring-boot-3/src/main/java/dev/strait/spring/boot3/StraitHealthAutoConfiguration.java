package dev.strait.spring.boot3;

import dev.strait.runtime.ChannelHub;
import org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** The health of the hub in Spring Boot 3. */
@AutoConfiguration(afterName = "dev.strait.spring.StraitAutoConfiguration")
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnBean(ChannelHub.class)
public final class StraitHealthAutoConfiguration {

    /** For Spring. */
    public StraitHealthAutoConfiguration() {}

    @Bean
    @ConditionalOnEnabledHealthIndicator("strait")
    HealthIndicator straitHealthIndicator(ChannelHub hub) {
        return () -> health(hub.state());
    }

    private static Health health(ChannelHub.State state) {
        Health.Builder health = switch (state) {
            case NEW, SERVING -> Health.up();
            case FAILED -> Health.down();
            case DRAINING, CLOSED -> Health.outOfService();
        };
        return health.withDetail("state", state).build();
    }
}
