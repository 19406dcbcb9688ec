package dev.strait.tests;

import dev.strait.runtime.ChannelHub;
import java.util.Set;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Jetty 12, embedded. */
public final class JettyContainer implements TestContainer {

    @Override
    public Started start(ChannelHub hub) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        server.setHandler(context);
        JakartaWebSocketServletContainerInitializer.configure(
                context, (servletContext, container) -> hub.deployTo(container));
        server.start();
        return new Started() {
            @Override
            public int port() {
                return connector.getLocalPort();
            }

            @Override
            public void close() {
                hub.close();
                try {
                    server.stop();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    @Override
    public Set<Quirk> quirks() {
        return Set.of(
                Quirk.CANNOT_PAUSE_READING,
                Quirk.REFUSES_ORIGIN_WITH_500,
                Quirk.CLOSES_OVER_RATE,
                Quirk.CLOSES_REFUSED_OPEN,
                Quirk.REFUSES_ENCODED_SLASH,
                Quirk.REFUSES_ENCODED_PERCENT,
                Quirk.RESETS_WITH_UNREAD_INPUT);
    }
}
