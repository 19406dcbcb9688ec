package dev.strait.spring;

import dev.strait.runtime.ChannelDeploymentException;
import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.ChannelHubCustomizer;
import dev.strait.runtime.ChannelView;
import dev.strait.runtime.spi.ChannelEndpoint;
import dev.strait.runtime.spi.DeploymentListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Adds all endpoints to the hub and serves them, once all beans exist. The container is up then, but accepts no connections
 * yet.
 */
final class ChannelDeployment implements SmartInitializingSingleton {

    private static final System.Logger LOG = System.getLogger(ChannelDeployment.class.getName());

    private final ChannelHub hub;
    private final StraitProperties properties;
    private final ObjectProvider<ChannelEndpoint> endpoints;
    private final ObjectProvider<ChannelHubCustomizer> customizers;
    private final ObjectProvider<ServerBinding> server;

    ChannelDeployment(
            ChannelHub hub,
            StraitProperties properties,
            ObjectProvider<ChannelEndpoint> endpoints,
            ObjectProvider<ChannelHubCustomizer> customizers,
            ObjectProvider<ServerBinding> server) {
        this.hub = hub;
        this.properties = properties;
        this.endpoints = endpoints;
        this.customizers = customizers;
        this.server = server;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<ChannelEndpoint> served = endpoints.orderedStream().toList();
        Set<String> channels = served.stream()
                .map(endpoint -> endpoint.binding().contract().name())
                .collect(Collectors.toCollection(TreeSet::new));
        requireKnown(channels);
        for (ChannelEndpoint endpoint : served) {
            configure(endpoint);
            hub.add(endpoint);
        }
        if (served.isEmpty()) {
            LOG.log(System.Logger.Level.DEBUG, "No bean is a handler, so no channel is served.");
            return;
        }
        ServerBinding binding = server.getIfAvailable();
        if (binding == null) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The application has no web server, so these channels are not served: "
                            + String.join(", ", channels) + ". Add spring-boot-starter-web.");
            return;
        }
        if (properties.server() != null && !binding.hasOwnPort()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "strait.server.port has no effect, because the servlet container serves the channels. Remove it.");
        }
        binding.serve(hub);
        binding.base().ifPresent(this::logPaths);
        for (ChannelEndpoint endpoint : served) {
            if (endpoint.binding() instanceof DeploymentListener listener) {
                listener.deployed(hub);
            }
        }
    }

    private void logPaths(String base) {
        for (ChannelView channel : hub.channels()) {
            String paths = channel.paths().stream().map(path -> base + path).collect(Collectors.joining(", "));
            LOG.log(System.Logger.Level.INFO, "Serving channel " + channel.name() + " at " + paths + ".");
        }
    }

    private void configure(ChannelEndpoint endpoint) {
        ChannelProperties settings =
                properties.channels().get(endpoint.binding().contract().name());
        if (settings != null) {
            try {
                settings.applyTo(endpoint);
            } catch (IllegalArgumentException | ArithmeticException invalid) {
                throw new ChannelDeploymentException(List.of("strait.channels["
                        + endpoint.binding().contract().name() + "] is not valid: " + invalid.getMessage()));
            }
        }
        customizers.orderedStream().forEach(customizer -> customizer.customize(endpoint));
    }

    private void requireKnown(Set<String> channels) {
        List<String> problems = new ArrayList<>();
        for (String name : properties.channels().keySet()) {
            if (!channels.contains(name)) {
                problems.add("The property strait.channels[" + name + "] names no channel of this application. "
                        + (channels.isEmpty() ? "It has none." : "Use one of: " + String.join(", ", channels) + "."));
            }
        }
        if (!problems.isEmpty()) {
            throw new ChannelDeploymentException(problems);
        }
    }
}
