package dev.strait.benchmarks.chat;

import dev.strait.runtime.ChannelHub;
import jakarta.websocket.server.ServerContainer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.websocket.server.WsSci;

/** Chat with Strait on embedded Tomcat. */
public final class TomcatChatServer {

    private TomcatChatServer() {}

    public static void main(String[] arguments) throws Exception {
        ChannelHub hub = ChatService.hub();
        Path base = Files.createTempDirectory("tomcat");
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(base.toString());
        tomcat.setPort(ChatService.port());
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
