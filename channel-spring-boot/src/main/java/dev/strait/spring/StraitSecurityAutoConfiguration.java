package dev.strait.spring;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.spi.ChannelEndpoint;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.authentication.OpaqueTokenAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;

/** Connects Spring Security: the current user of handlers, tokens of clients, and sign-out. */
@AutoConfiguration(before = StraitAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "strait.enabled", matchIfMissing = true)
@ConditionalOnClass({SecurityContextHolder.class, AuthenticationProvider.class})
public final class StraitSecurityAutoConfiguration {

    /** Inside of spans, outside of the interceptors of the application. */
    private static final int ORDER = -100;

    /** For Spring. */
    public StraitSecurityAutoConfiguration() {}

    @Bean
    @Order(ORDER)
    SecurityContextInterceptor straitSecurityContext(ObjectProvider<SecurityContextHolderStrategy> contexts) {
        return new SecurityContextInterceptor(contexts.getIfUnique(SecurityContextHolder::getContextHolderStrategy));
    }

    /** Sessions, and with them sign-out, exist with servlets only. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    static class Sessions {

        @Bean
        SessionConnections straitSessions(ObjectProvider<ChannelHub> hub, ObjectProvider<ChannelEndpoint> endpoints) {
            return new SessionConnections(hub, endpoints);
        }
    }

    /** Tokens of clients are verified as those of requests to a resource server. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(JwtAuthenticationProvider.class)
    static class Tokens {

        @Bean
        TokenVerification straitTokens(
                ObjectProvider<JwtDecoder> decoders,
                ObjectProvider<JwtAuthenticationConverter> converters,
                ObjectProvider<OpaqueTokenIntrospector> introspectors,
                ObjectProvider<AuthenticationManager> managers) {
            return () -> Optional.ofNullable(decoders.getIfAvailable())
                    .map(decoder -> jwt(decoder, converters))
                    .or(() ->
                            Optional.ofNullable(introspectors.getIfAvailable()).map(Tokens::opaque))
                    .or(() -> Optional.ofNullable(managers.getIfAvailable()))
                    .map(manager -> new TokenAuthenticator(manager));
        }

        private static AuthenticationManager opaque(OpaqueTokenIntrospector introspector) {
            return new ProviderManager(new OpaqueTokenAuthenticationProvider(introspector));
        }

        private static AuthenticationManager jwt(
                JwtDecoder decoder, ObjectProvider<JwtAuthenticationConverter> converters) {
            JwtAuthenticationProvider provider = new JwtAuthenticationProvider(decoder);
            Converter<Jwt, ? extends AbstractAuthenticationToken> converter = converters.getIfAvailable();
            if (converter != null) {
                provider.setJwtAuthenticationConverter(converter);
            }
            return new ProviderManager(provider);
        }
    }
}
