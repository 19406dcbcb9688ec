package dev.strait.spring;

import dev.strait.redis.RedisBackplane;
import dev.strait.runtime.spi.Backplane;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * Connects the nodes over the server of {@code strait.redis.uri}, or else over that of the application's connection factory.
 * The hub closes what it has started.
 */
@AutoConfiguration(
        before = StraitAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration",
            "org.springframework.boot.autoconfigure.data.redis.RedisAutoConfiguration"
        })
@ConditionalOnBooleanProperty(name = "strait.enabled", matchIfMissing = true)
@ConditionalOnClass(RedisBackplane.class)
@EnableConfigurationProperties(StraitProperties.class)
public final class StraitRedisAutoConfiguration {

    /** For Spring. */
    public StraitRedisAutoConfiguration() {}

    @Bean(destroyMethod = "")
    @ConditionalOnMissingBean(Backplane.class)
    @ConditionalOnProperty("strait.redis.uri")
    Backplane straitRedisBackplane(StraitProperties properties, Environment environment) {
        return new RedisFactory(properties, environment).ofUri();
    }

    /** Also with a URI, because Spring reads this class first. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(LettuceConnectionFactory.class)
    static class OfConnectionFactory {

        @Bean(destroyMethod = "")
        @ConditionalOnMissingBean(Backplane.class)
        @ConditionalOnSingleCandidate(LettuceConnectionFactory.class)
        Backplane straitBackplaneOfConnectionFactory(
                StraitProperties properties, Environment environment, LettuceConnectionFactory connections) {
            RedisFactory factory = new RedisFactory(properties, environment);
            return factory.hasUri() ? factory.ofUri() : factory.of(new ConnectionFactorySettings(connections));
        }
    }
}
