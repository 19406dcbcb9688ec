package dev.strait.tests;

import dev.strait.runtime.ChannelHub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.websocket.server.WsSci;
import org.apache.tomcat.websocket.server.WsServerContainer;

/** Tomcat, embedded. */
public final class TomcatContainer implements TestContainer {

    private static final String SERVER_CONTAINER = "jakarta.websocket.server.ServerContainer";

    @Override
    public Started start(ChannelHub hub) throws IOException, LifecycleException {
        Path base = Files.createTempDirectory("tomcat");
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(base.toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context context = tomcat.addContext("", base.toString());
        Tomcat.addServlet(context, "default", "org.apache.catalina.servlets.DefaultServlet")
                .addMapping("/");
        context.addServletContainerInitializer(new WsSci(), Set.of());
        context.addServletContainerInitializer(
                (classes, servletContext) -> {
                    WsServerContainer container = (WsServerContainer) servletContext.getAttribute(SERVER_CONTAINER);
                    container.setProcessPeriod(1); // looks for unanswered closes every second instead of every 10 s
                    hub.deployTo(container);
                },
                Set.of());
        tomcat.start();
        return new Started() {
            @Override
            public int port() {
                return tomcat.getConnector().getLocalPort();
            }

            @Override
            public void close() {
                hub.close();
                try {
                    tomcat.stop();
                    tomcat.destroy();
                } catch (LifecycleException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    @Override
    public Set<Quirk> quirks() {
        return Set.of(
                Quirk.REFUSES_ORIGIN_WITH_500,
                Quirk.CLOSES_OVER_RATE,
                Quirk.CLOSES_REFUSED_OPEN,
                Quirk.NO_REMOTE_ADDRESS,
                Quirk.REFUSES_ENCODED_SLASH,
                Quirk.REORDERS_AFTER_CLOSE);
    }
}
