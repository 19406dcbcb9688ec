package dev.strait.spring;

import dev.strait.server.ChannelServer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Serves channels beside a WebFlux application, with the embedded server. */
@AutoConfiguration(after = StraitAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnBean(ChannelDeployment.class)
public final class StraitReactiveAutoConfiguration {

    /** For Spring. */
    public StraitReactiveAutoConfiguration() {}

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(ChannelServer.class)
    static class WithServer {

        @Bean
        ReactiveBinding straitReactiveBinding(StraitProperties properties) {
            return new ReactiveBinding(properties);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingClass("dev.strait.server.ChannelServer")
    static class WithoutServer {

        @Bean
        NoServletBinding straitNoServletBinding() {
            return new NoServletBinding();
        }
    }
}
