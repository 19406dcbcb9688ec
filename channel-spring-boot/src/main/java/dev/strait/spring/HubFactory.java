package dev.strait.spring;

import dev.strait.runtime.Authenticator;
import dev.strait.runtime.ChannelDeploymentException;
import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.ChannelHubCustomizer;
import dev.strait.runtime.ChannelListener;
import dev.strait.runtime.Limits;
import dev.strait.runtime.spi.Backplane;
import dev.strait.runtime.spi.HandlerInterceptor;
import dev.strait.runtime.spi.HandshakeAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.util.ClassUtils;

/** Creates the hub from properties and beans. */
final class HubFactory {

    private static final String REDIS = "dev.strait.redis.RedisBackplane";
    private static final String OWN = "own";
    private static final String APPLICATION = "application";
    private static final String APPLICATION_BEAN = "applicationTaskExecutor";
    /** For what else happens in the phase of a shutdown. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private final StraitProperties properties;
    private final BeanFactory beans;
    private final @Nullable ClassLoader classLoader;

    HubFactory(StraitProperties properties, BeanFactory beans, @Nullable ClassLoader classLoader) {
        this.properties = properties;
        this.beans = beans;
        this.classLoader = classLoader;
    }

    /**
     * Creates the hub.
     *
     * @param phaseTimeout how long Spring waits for the connections to close when the application stops
     */
    ChannelHub create(Duration phaseTimeout) {
        checkRedis();
        ChannelHub.Builder hub = ChannelHub.builder().limits(limits(phaseTimeout));
        set("allow-origins", properties.allowOrigins(), hub::allowOrigins);
        if (!properties.allowHosts().isEmpty()) {
            set("allow-hosts", properties.allowHosts(), hub::allowHosts);
        }
        set("trust-forwarded-headers", properties.trustForwardedHeaders(), hub::trustForwardedHeaders);
        if (!properties.executor().equals(OWN)) {
            hub.executor(executor(properties.executor()));
        }
        beans.getBeanProvider(ChannelListener.class).orderedStream().forEach(hub::listener);
        beans.getBeanProvider(HandlerInterceptor.class).orderedStream().forEach(hub::around);
        beans.getBeanProvider(HandshakeAttributes.class).orderedStream().forEach(hub::handshakeAttributes);
        beans.getBeanProvider(Backplane.class).ifAvailable(hub::backplane);
        if (properties.node() != null) {
            set("node", List.of(properties.node()), names -> hub.node(names[0]));
        }
        authenticator().ifPresent(hub::authenticator);
        beans.getBeanProvider(ChannelHubCustomizer.class)
                .orderedStream()
                .forEach(customizer -> customizer.customize(hub));
        return hub.build();
    }

    private void checkRedis() {
        if (properties.redis() != null && !ClassUtils.isPresent(REDIS, classLoader)) {
            throw new ChannelDeploymentException(
                    List.of("A property strait.redis is set, but channel-redis is not on the class"
                            + " path. Add the dependency dev.strait:channel-redis."));
        }
    }

    private static void set(String property, List<String> values, Consumer<String[]> setter) {
        try {
            setter.accept(values.toArray(String[]::new));
        } catch (IllegalArgumentException invalid) {
            throw new ChannelDeploymentException(
                    List.of("strait." + property + " is not valid: " + invalid.getMessage()));
        }
    }

    /** The connections must close within the phase of the shutdown, so the drain timeout is at most a little shorter. */
    private Limits limits(Duration phaseTimeout) {
        Limits.Builder limits = Limits.builder();
        if (properties.limits() != null) {
            try {
                properties.limits().applyToHub(limits);
            } catch (IllegalArgumentException | ArithmeticException invalid) {
                throw new ChannelDeploymentException(List.of("strait.limits is not valid: " + invalid.getMessage()));
            }
        }
        Limits chosen = limits.build();
        Duration longest = phaseTimeout.minus(chosen.closeTimeout()).minus(MARGIN);
        if (chosen.drainTimeout().compareTo(longest) > 0 && longest.toMillis() > 0) {
            return limits.drainTimeout(longest).build();
        }
        return chosen;
    }

    /** One of the application wins. */
    private Optional<Authenticator> authenticator() {
        return Optional.ofNullable(beans.getBeanProvider(Authenticator.class).getIfAvailable())
                .or(() -> beans.getBeanProvider(TokenVerification.class).stream()
                        .flatMap(tokens -> tokens.authenticator().stream())
                        .findFirst());
    }

    private Executor executor(String name) {
        String bean = name.equals(APPLICATION) ? APPLICATION_BEAN : name;
        try {
            return beans.getBean(bean, Executor.class);
        } catch (NoSuchBeanDefinitionException missing) {
            throw new ChannelDeploymentException(
                    List.of("The property strait.executor is \"" + name + "\", but there is no Executor bean named "
                            + bean + ". Use \"own\", \"application\" or the name of a bean."));
        }
    }
}
