package dev.strait.spring;

import dev.strait.runtime.BackplaneView;
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
        return () -> health(hub);
    }

    /**
     * A hub of an application without a server is up: it has no connections to serve. A node that cannot reach the others is
     * up too: it serves its connections, and taking all nodes out of a load balancer would be worse.
     */
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
