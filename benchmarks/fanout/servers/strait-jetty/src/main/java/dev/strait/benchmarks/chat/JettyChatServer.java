package dev.strait.benchmarks.chat;

import dev.strait.runtime.ChannelHub;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;
import org.eclipse.jetty.server.Server;

/** Chat with Strait on embedded Jetty. */
public final class JettyChatServer {

    private JettyChatServer() {}

    public static void main(String[] arguments) throws Exception {
        ChannelHub hub = ChatService.hub();
        Server server = new Server(ChatService.port());
        ServletContextHandler context = new ServletContextHandler();
        server.setHandler(context);
        JakartaWebSocketServletContainerInitializer.configure(
                context, (servletContext, container) -> hub.deployTo(container));
        server.start();
        server.join();
    }
}
