package dev.strait.spring;

import dev.strait.servlet.HandshakeFilter;
import jakarta.servlet.ServletContext;
import jakarta.websocket.server.ServerContainer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** Serves channels on the servlet container of the application. */
@AutoConfiguration(after = StraitAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({ServletContext.class, ServerContainer.class})
@ConditionalOnBean(ChannelDeployment.class)
public final class StraitServletAutoConfiguration {

    /** For Spring. */
    public StraitServletAutoConfiguration() {}

    @Bean
    ServerBinding straitServletBinding(ServletContext servlets) {
        return new ServletBinding(servlets);
    }

    /** In front of all other filters, because it catches what the container throws. */
    @Bean
    FilterRegistrationBean<HandshakeFilter> straitHandshakeFilter() {
        FilterRegistrationBean<HandshakeFilter> filter = new FilterRegistrationBean<>(new HandshakeFilter());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }
}
