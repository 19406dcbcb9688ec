package dev.strait.spring;

import dev.strait.runtime.ChannelHub;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** The health of the hub in Spring Boot 4; channel-spring-boot-3 has that of Spring Boot 3. */
@AutoConfiguration(after = StraitAutoConfiguration.class)
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

    /** A hub of an application without a server is up: it has no connections to serve. */
    private static Health health(ChannelHub.State state) {
        Health.Builder health = switch (state) {
            case NEW, SERVING -> Health.up();
            case FAILED -> Health.down();
            case DRAINING, CLOSED -> Health.outOfService();
        };
        return health.withDetail("state", state).build();
    }
}
