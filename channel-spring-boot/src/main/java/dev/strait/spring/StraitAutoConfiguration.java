package dev.strait.spring;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.ChannelHubCustomizer;
import dev.strait.runtime.spi.ChannelEndpoint;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/** Creates the hub, serves all beans that are handlers, and makes emitters injectable. */
@AutoConfiguration
@ConditionalOnBooleanProperty(name = "strait.enabled", matchIfMissing = true)
@EnableConfigurationProperties(StraitProperties.class)
public final class StraitAutoConfiguration {

    /** For Spring. */
    public StraitAutoConfiguration() {}

    @Bean
    static ChannelBeans straitChannelBeans() {
        return new ChannelBeans();
    }

    @Bean
    @ConditionalOnMissingBean
    ChannelHub straitHub(
            StraitProperties properties,
            ApplicationContext context,
            @Value("${spring.lifecycle.timeout-per-shutdown-phase:30s}") Duration phaseTimeout) {
        return new HubFactory(properties, context, context.getClassLoader()).create(phaseTimeout);
    }

    @Bean
    ChannelDeployment straitDeployment(
            ChannelHub hub,
            StraitProperties properties,
            ObjectProvider<ChannelEndpoint> endpoints,
            ObjectProvider<ChannelHubCustomizer> customizers,
            ObjectProvider<ServerBinding> server) {
        return new ChannelDeployment(hub, properties, endpoints, customizers, server);
    }

    @Bean
    ChannelDrain straitDrain(ChannelHub hub, ApplicationContext context) {
        return new ChannelDrain(hub, context);
    }
}
