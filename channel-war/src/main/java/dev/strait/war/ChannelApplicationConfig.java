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
 * Found by the container, like every {@link ServerApplicationConfig}: makes one hub for the application, gives it the
 * generated endpoints that the container has scanned, and hands it to each handler's {@code deployed}. The handlers are
 * the providers that {@code META-INF/services} names. Endpoints written by hand are left as they are.
 */
public final class ChannelApplicationConfig implements ServerApplicationConfig {

    private static final System.Logger LOG = System.getLogger(ChannelApplicationConfig.class.getName());

    /**
     * The configurations of the generated endpoints.
     *
     * @throws ChannelDeploymentException an endpoint has no handler, or several, or its path is taken
     */
    @Override
    public Set<ServerEndpointConfig> getEndpointConfigs(Set<Class<? extends Endpoint>> scanned) {
        List<ChannelEndpoint> endpoints = new ArrayList<>();
        List<String> mistakes = new ArrayList<>();
        for (Class<? extends Endpoint> type : scanned) {
            if (!ChannelEndpoint.class.isAssignableFrom(type) || Modifier.isAbstract(type.getModifiers())) {
                continue;
            }
            if (!Modifier.isPublic(type.getModifiers())) {
                LOG.log(System.Logger.Level.INFO, type.getName() + " is not deployed, because it is not public. Make its contract public.");
                continue;
            }
            try {
                endpoints.add(create(type.asSubclass(ChannelEndpoint.class)));
            } catch (ChannelDeploymentException mistake) {
                mistakes.add(String.valueOf(mistake.getMessage()));
            }
        }
        if (!mistakes.isEmpty()) {
            throw new ChannelDeploymentException(mistakes);
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
        } catch (RuntimeException mistake) {
            hub.close(); // its threads would keep the application's classes
            throw mistake;
        }
    }

    /** All that were scanned: they are deployed as if this class were not there. */
    @Override
    public Set<Class<?>> getAnnotatedEndpointClasses(Set<Class<?>> scanned) {
        return scanned;
    }

    private static ChannelEndpoint create(Class<? extends ChannelEndpoint> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (InvocationTargetException failed) {
            if (failed.getCause() instanceof ChannelDeploymentException mistake) {
                throw mistake;
            }
            throw new ChannelDeploymentException(List.of(type.getName() + " could not be created: " + failed.getCause()));
        } catch (ReflectiveOperationException impossible) {
            throw new ChannelDeploymentException(List.of(type.getName() + " could not be created: " + impossible));
        }
    }
}
