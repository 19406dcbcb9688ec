package dev.strait.spring;

import dev.strait.runtime.ChannelHub;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** The endpoint {@code channels} of the actuator. */
@AutoConfiguration(after = StraitAutoConfiguration.class)
@ConditionalOnClass({Endpoint.class, ConditionalOnAvailableEndpoint.class})
@ConditionalOnBean(ChannelHub.class)
public final class StraitActuatorAutoConfiguration {

    /** For Spring. */
    public StraitActuatorAutoConfiguration() {}

    @Bean
    @ConditionalOnAvailableEndpoint(endpoint = ChannelsEndpoint.class)
    ChannelsEndpoint straitChannelsEndpoint(ChannelHub hub) {
        return new ChannelsEndpoint(hub);
    }
}
