package dev.strait.spring;

import dev.strait.runtime.ChannelDeploymentException;
import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.spi.HandshakeRefused;
import jakarta.servlet.ServletContext;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Serves channels on the WebSocket container of a servlet container. */
final class ServletBinding implements ServerBinding {

    private static final System.Logger LOG = System.getLogger(ServletBinding.class.getName());

    /** Jakarta WebSocket 2.2, section 7.3. */
    private static final String ATTRIBUTE = ServerContainer.class.getName();

    private final ServletContext servlets;

    ServletBinding(ServletContext servlets) {
        this.servlets = servlets;
    }

    @Override
    public boolean hasOwnPort() {
        return false;
    }

    @Override
    public void serve(ChannelHub hub) {
        if (servlets.getAttribute(ATTRIBUTE) instanceof ServerContainer container) {
            deploy(hub, container);
        } else if (isMock()) {
            LOG.log(System.Logger.Level.DEBUG, "The environment is a mock, so channels are not served.");
        } else {
            throw new ChannelDeploymentException(
                    List.of(
                            "The servlet container has no WebSocket container. Add the"
                                    + " dependency org.apache.tomcat.embed:tomcat-embed-websocket, or for Jetty"
                                    + " jetty-ee11-websocket-jakarta-server (jetty-ee10-websocket-jakarta-server with Spring Boot 3)."));
        }
    }

    @Override
    public Optional<String> base() {
        return isMock() ? Optional.empty() : Optional.of(servlets.getContextPath());
    }

    /** A class of spring-test, which is not on the class path of applications. */
    private boolean isMock() {
        for (Class<?> type = servlets.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getName().equals("org.springframework.mock.web.MockServletContext")) {
                return true;
            }
        }
        return false;
    }

    private static void deploy(ChannelHub hub, ServerContainer container) {
        List<String> problems = new ArrayList<>();
        for (ServerEndpointConfig endpoint : hub.endpointConfigs()) {
            // The handshake filter answers with the status.
            endpoint.getUserProperties().put(HandshakeRefused.ANSWERED, true);
            try {
                container.addEndpoint(endpoint);
            } catch (DeploymentException | IllegalStateException refused) {
                problems.add("The container does not serve " + endpoint.getPath() + ": " + refused.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new ChannelDeploymentException(problems);
        }
    }
}
