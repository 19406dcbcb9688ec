package dev.strait.benchmarks.arena;

import dev.strait.runtime.ChannelHub;
import jakarta.websocket.server.ServerContainer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.websocket.server.WsSci;

/** On embedded Tomcat. */
public final class TomcatArena {

    private TomcatArena() {}

    public static void main(String[] arguments) throws Exception {
        ChannelHub hub = ArenaService.hub();
        Path base = Files.createTempDirectory("tomcat");
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(base.toString());
        tomcat.setPort(ArenaService.port());
        tomcat.getConnector();
        Context context = tomcat.addContext("", base.toString());
        Tomcat.addServlet(context, "default", "org.apache.catalina.servlets.DefaultServlet")
                .addMapping("/");
        context.addServletContainerInitializer(new WsSci(), Set.of());
        context.addServletContainerInitializer(
                (classes, servletContext) -> hub.deployTo((ServerContainer)
                        servletContext.getAttribute("jakarta.websocket.server.ServerContainer")),
                Set.of());
        tomcat.start();
        tomcat.getServer().await();
    }
}
