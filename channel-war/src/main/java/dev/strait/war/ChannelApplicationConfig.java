package dev.strait.war;

import dev.strait.runtime.ChannelDeploymentException;
import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.spi.ChannelEndpoint;
import dev.strait.runtime.spi.DeploymentListener;
import jakarta.websocket.Endpoint;
import jakarta.websocket.server.ServerApplicationConfig;
import jakarta.websocket.server.ServerEndpointConfig;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Deploys the generated endpoints of a WAR. Containers find this class, like every {@link ServerApplicationConfig}. It
 * creates one hub for the application, adds the endpoints that the container has scanned, and passes the hub to each
 * handler's {@code deployed}.
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
        return deploy(ChannelHub.create(), endpoints);
    }

    private static Set<ServerEndpointConfig> deploy(ChannelHub hub, List<ChannelEndpoint> endpoints) {
        try {
            endpoints.forEach(hub::add);
            Set<ServerEndpointConfig> configs = hub.endpointConfigs();
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
