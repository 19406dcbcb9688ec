package dev.strait.spring;

import dev.strait.runtime.ChannelDeploymentException;
import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.spi.ChannelType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.RuntimeBeanReference;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.util.ClassUtils;

/**
 * Defines beans for the endpoint and the emitter of each handler and each room with state among the beans. They are plain
 * definitions with a factory method, for which Spring generates code ahead of time by itself. Endpoints and emitters that the
 * application defines win.
 */
final class ChannelBeans implements BeanDefinitionRegistryPostProcessor {

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        if (registry instanceof ConfigurableListableBeanFactory beans) {
            Map<ChannelType, List<String>> handlers = handlers(beans);
            handlers.forEach((channel, names) -> {
                if (!isDefined(channel.endpoint(), beans)) {
                    define(channel.endpoint(), new RuntimeBeanReference(onlyOne(channel, names, beans)), registry);
                }
                if (!isDefined(channel.emitter(), beans)) {
                    define(channel.emitter(), new RuntimeBeanReference(ChannelHub.class), registry);
                }
            });
        }
    }

    /** The names of the beans that handle each channel. */
    private static Map<ChannelType, List<String>> handlers(ConfigurableListableBeanFactory beans) {
        Map<ChannelType, List<String>> handlers = new LinkedHashMap<>();
        for (String name : beans.getBeanDefinitionNames()) {
            Class<?> type = beans.getType(name, false);
            Set<Class<?>> interfaces = type == null ? Set.of() : ClassUtils.getAllInterfacesForClassAsSet(type);
            for (Class<?> candidate : interfaces) {
                ChannelType channel = candidate.getAnnotation(ChannelType.class);
                if (channel != null) {
                    handlers.computeIfAbsent(channel, first -> new ArrayList<>())
                            .add(name);
                }
            }
        }
        return handlers;
    }

    private static String onlyOne(ChannelType channel, List<String> names, ConfigurableListableBeanFactory beans) {
        List<String> primary = names.stream()
                .filter(name -> beans.getBeanDefinition(name).isPrimary())
                .toList();
        if (names.size() > 1 && primary.size() == 1) {
            return primary.get(0);
        }
        if (names.size() > 1) {
            String endpoint = channel.endpoint().getSimpleName();
            throw new ChannelDeploymentException(List.of("The beans " + String.join(" and ", names)
                    + " handle the same channel. Remove one of them, or choose one with @Primary or with: @Bean "
                    + endpoint
                    + " endpoint("
                    + "YourHandler handler) { return " + endpoint + ".of(handler); }"));
        }
        return names.get(0);
    }

    private static boolean isDefined(Class<?> type, ConfigurableListableBeanFactory beans) {
        return beans.getBeanNamesForType(type, true, false).length > 0;
    }

    private static void define(Class<?> type, RuntimeBeanReference argument, BeanDefinitionRegistry registry) {
        RootBeanDefinition bean = new RootBeanDefinition(type);
        bean.setFactoryMethodName("of");
        bean.getConstructorArgumentValues().addIndexedArgumentValue(0, argument);
        registry.registerBeanDefinition(type.getName(), bean);
    }
}
