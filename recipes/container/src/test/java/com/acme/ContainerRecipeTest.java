package com.acme;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContainerInitializer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.websocket.server.WsSci;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipe serves a client on Tomcat, and says goodbye to it. */
class ContainerRecipeTest {

    @Test
    void theChannelIsServedAndDrained(@TempDir Path base) throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(base.toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context context = tomcat.addContext("", base.toString());
        Tomcat.addServlet(context, "default", "org.apache.catalina.servlets.DefaultServlet")
                .addMapping("/");
        context.addServletContainerInitializer(new WsSci(), Set.of());
        for (ServletContainerInitializer initializer : ServiceLoader.load(ServletContainerInitializer.class)) {
            if (initializer instanceof ChannelInitializer) {
                context.addServletContainerInitializer(initializer, Set.of());
            }
        }
        tomcat.start();
        CompletableFuture<Integer> closed = new CompletableFuture<>();
        try {
            CompletableFuture<String> greeting = new CompletableFuture<>();
            URI uri = URI.create("ws://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/ws/time/UTC");
            HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(uri, new Client(greeting, closed))
                    .get(1, TimeUnit.MINUTES)
                    .sendText("{\"type\":\"$hello\"}", true)
                    .get(1, TimeUnit.MINUTES);
            assertThat(greeting.get(1, TimeUnit.MINUTES)).startsWith("{\"type\":\"$ready\"");
        } finally {
            tomcat.stop();
            tomcat.destroy();
        }
        assertThat(closed.get(1, TimeUnit.MINUTES)).isEqualTo(1012);
    }

    private record Client(CompletableFuture<String> greeting, CompletableFuture<Integer> closed)
            implements WebSocket.Listener {

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean isLast) {
            greeting.complete(text.toString());
            return WebSocket.Listener.super.onText(socket, text, isLast);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete(code);
            return WebSocket.Listener.super.onClose(socket, code, reason);
        }
    }
}
