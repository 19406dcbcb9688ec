package dev.strait.war;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.Context;
import org.apache.catalina.WebResourceRoot;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.ContextConfig;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.webresources.DirResourceSet;
import org.apache.catalina.webresources.StandardRoot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A WAR with channel-war in it needs no line of deployment: the container scans, and all is there. */
class WarOnTomcatTest {

    private final Tomcat tomcat = new Tomcat();

    @BeforeEach
    void deploy(@TempDir Path base) throws Exception {
        tomcat.setBaseDir(base.toString());
        tomcat.setPort(0);
        tomcat.getConnector();
        Path docBase = Files.createDirectory(base.resolve("app"));
        // Without the JSP servlet that addWebapp brings; the default one lets the WebSocket filter see requests.
        Context context = tomcat.addContext("/app", docBase.toString());
        Wrapper files = Tomcat.addServlet(context, "default", "org.apache.catalina.servlets.DefaultServlet");
        files.addMapping("/");
        context.addLifecycleListener(new ContextConfig());
        // As in a WAR: the application's own classes and channel-war's, to be scanned.
        WebResourceRoot resources = new StandardRoot(context);
        for (String classes : new String[] {"target/classes", "target/test-classes"}) {
            resources.addPreResources(new DirResourceSet(
                    resources,
                    "/WEB-INF/classes",
                    Path.of(classes).toAbsolutePath().toString(),
                    "/"));
        }
        context.setResources(resources);
        context.setParentClassLoader(new ContainerLoader(getClass().getClassLoader()));
        tomcat.start();
    }

    @AfterEach
    void stop() throws Exception {
        tomcat.stop();
        tomcat.destroy();
    }

    @Test
    void generatedEndpointsAreFoundAndServed() {
        Client client = connect("/app/ws/echo/hall");
        client.send("{\"type\":\"call\",\"text\":\"hello\"}");
        assertThat(client.first()).isEqualTo("{\"type\":\"answer\",\"text\":\"hello\"}");
    }

    @Test
    void endpointsWrittenByHandAreLeftAlone() {
        Client client = connect("/app/by-hand");
        client.send("hello");
        assertThat(client.first()).isEqualTo("by hand: hello");
    }

    @Test
    void theHubClosesWithTheApplication() throws Exception {
        Client client = connect("/app/ws/echo/hall");
        client.send("{\"type\":\"call\",\"text\":\"hello\"}");
        client.first();
        tomcat.getHost().findChildren()[0].stop();
        assertThat(client.closed.get(10, TimeUnit.SECONDS)).isEqualTo(1012);
    }

    private Client connect(String path) {
        Client client = new Client();
        URI uri = URI.create("ws://127.0.0.1:" + tomcat.getConnector().getLocalPort() + path);
        client.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(uri, client)
                .join();
        return client;
    }

    private static final class Client implements WebSocket.Listener {

        final CompletableFuture<String> first = new CompletableFuture<>();
        final CompletableFuture<Integer> closed = new CompletableFuture<>();

        @Nullable
        WebSocket socket;

        void send(String frame) {
            if (socket != null) {
                socket.sendText(frame, true).join();
            }
        }

        String first() {
            return first.orTimeout(10, TimeUnit.SECONDS).join();
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            first.complete(data.toString());
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
            closed.complete(statusCode);
            return null;
        }
    }

    /**
     * The container's class path. The tests have one class path for the container and the application; so what stands in
     * folders, the application's, is not shown as the container's.
     */
    private static final class ContainerLoader extends ClassLoader {

        ContainerLoader(ClassLoader parent) {
            super(parent);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            List<URL> inJars = Collections.list(super.getResources(name)).stream()
                    .filter(url -> !url.getProtocol().equals("file"))
                    .toList();
            return Collections.enumeration(inJars);
        }
    }
}
