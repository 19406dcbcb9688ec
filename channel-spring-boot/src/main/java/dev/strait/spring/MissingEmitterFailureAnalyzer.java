package dev.strait.spring;

import dev.strait.runtime.spi.ChannelType;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Says how to get the emitter of a channel that has no handler among the beans. In front of Spring's own analyzer. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class MissingEmitterFailureAnalyzer extends AbstractFailureAnalyzer<NoSuchBeanDefinitionException> {

    private final Environment environment;

    /** For Spring. */
    MissingEmitterFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, NoSuchBeanDefinitionException missing) {
        Class<?> type = missing.getResolvableType() == null
                ? null
                : missing.getResolvableType().resolve();
        ChannelType channel = type == null ? null : type.getAnnotation(ChannelType.class);
        if (type == null || channel == null || !channel.emitter().equals(type)) {
            return null;
        }
        String emitter = type.getSimpleName();
        if (!environment.getProperty("strait.enabled", Boolean.class, true)) {
            return new FailureAnalysis(
                    "A bean needs " + emitter + ", but strait.enabled is false.",
                    "Set strait.enabled to true, or inject an ObjectProvider<" + emitter + ">.",
                    missing);
        }
        return new FailureAnalysis(
                "A bean needs " + emitter + ", but no bean handles its channel.",
                "Make the handler a bean, for example with @Component. If this application only emits, define the emitter:"
                        + " @Bean " + emitter + " emitter(ChannelHub hub) { return " + emitter + ".of(hub); }",
                missing);
    }
}
