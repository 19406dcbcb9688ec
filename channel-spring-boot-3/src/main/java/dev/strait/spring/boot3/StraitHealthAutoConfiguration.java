package dev.strait.spring.boot3;

import dev.strait.runtime.BackplaneView;
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
        return () -> health(hub);
    }

    private static Health health(ChannelHub hub) {
        Health.Builder health = switch (hub.state()) {
            case NEW, SERVING -> Health.up();
            case FAILED -> Health.down();
            case DRAINING, CLOSED -> Health.outOfService();
        };
        BackplaneView backplane = hub.backplane();
        if (backplane.state() != BackplaneView.State.ALONE) {
            health.withDetail("backplane", backplane.isDegraded() ? "DEGRADED" : "UP");
        }
        return health.withDetail("state", hub.state()).build();
    }
}
