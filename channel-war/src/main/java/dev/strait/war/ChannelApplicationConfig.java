package dev.strait.war;

import dev.strait.runtime.ChannelDeploymentException;
import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.ChannelHubCustomizer;
import dev.strait.runtime.spi.ChannelEndpoint;
import dev.strait.runtime.spi.DeploymentListener;
import dev.strait.runtime.spi.HandshakeRefused;
import jakarta.websocket.Endpoint;
import jakarta.websocket.server.ServerApplicationConfig;
import jakarta.websocket.server.ServerEndpointConfig;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * Deploys the generated endpoints of a WAR. Containers find this class, like every {@link ServerApplicationConfig}. It
 * creates one hub for the application, adds the endpoints that the container has scanned, and passes the hub to each
 * handler's {@code deployed}. A {@link ChannelHubCustomizer} may set everything else.
 *
 * <p>Handlers are the service providers in {@code META-INF/services}. Endpoints that are not generated are unaffected.
 */
public final class ChannelApplicationConfig implements ServerApplicationConfig {

    private static final System.Logger LOG = System.getLogger(ChannelApplicationConfig.class.getName());

    /**
     * Returns the configurations of the generated endpoints.
     *
     * @throws ChannelDeploymentException if an endpoint has no handler or several handlers, or if its path is in use
     */
    @Override
    public Set<ServerEndpointConfig> getEndpointConfigs(Set<Class<? extends Endpoint>> scanned) {
        List<ChannelEndpoint> endpoints = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Class<? extends Endpoint> type : scanned) {
            if (!ChannelEndpoint.class.isAssignableFrom(type) || Modifier.isAbstract(type.getModifiers())) {
                continue;
            }
            if (!Modifier.isPublic(type.getModifiers())) {
                LOG.log(
                        System.Logger.Level.INFO,
                        type.getName() + " is not deployed, because it is not public. Make its contract public.");
                continue;
            }
            try {
                endpoints.add(create(type.asSubclass(ChannelEndpoint.class)));
            } catch (ChannelDeploymentException problem) {
                problems.add(String.valueOf(problem.getMessage()));
            }
        }
        if (!problems.isEmpty()) {
            throw new ChannelDeploymentException(problems);
        }
        if (endpoints.isEmpty()) {
            return Set.of();
        }
        List<ChannelHubCustomizer> customizers = customizers();
        ChannelHub.Builder hub = ChannelHub.builder();
        customizers.forEach(customizer -> customizer.customize(hub));
        endpoints.forEach(endpoint -> customizers.forEach(customizer -> customizer.customize(endpoint)));
        return deploy(hub.build(), endpoints);
    }

    private static List<ChannelHubCustomizer> customizers() {
        try {
            return ServiceLoader.load(ChannelHubCustomizer.class).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();
        } catch (ServiceConfigurationError invalid) {
            throw new ChannelDeploymentException(List.of(String.valueOf(invalid.getMessage())));
        }
    }

    private static Set<ServerEndpointConfig> deploy(ChannelHub hub, List<ChannelEndpoint> endpoints) {
        try {
            endpoints.forEach(hub::add);
            Set<ServerEndpointConfig> configs = hub.endpointConfigs();
            // The filter for refused handshakes answers with their status.
            configs.forEach(config -> config.getUserProperties().put(HandshakeRefused.ANSWERED, true));
            for (ChannelEndpoint endpoint : endpoints) {
                if (endpoint.binding() instanceof DeploymentListener listener) {
                    listener.deployed(hub);
                }
            }
            DeployedHubs.put(hub);
            return configs;
        } catch (RuntimeException problem) {
            hub.close(); // its threads would retain the application's classes
            throw problem;
        }
    }

    /** Returns all scanned classes, so that annotated endpoints are deployed as if this class were absent. */
    @Override
    public Set<Class<?>> getAnnotatedEndpointClasses(Set<Class<?>> scanned) {
        return scanned;
    }

    private static ChannelEndpoint create(Class<? extends ChannelEndpoint> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (InvocationTargetException failed) {
            if (failed.getCause() instanceof ChannelDeploymentException problem) {
                throw problem;
            }
            throw new ChannelDeploymentException(
                    List.of(type.getName() + " could not be created: " + failed.getCause()));
        } catch (ReflectiveOperationException impossible) {
            throw new ChannelDeploymentException(List.of(type.getName() + " could not be created: " + impossible));
        }
    }
}
