package dev.strait.war;

import java.nio.file.Path;
import org.eclipse.jetty.ee.webapp.WebAppClassLoader;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Runs the WAR on Jetty. */
final class JettyWarTest extends WarContract {

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final WebAppContext application = new WebAppContext();

    @Override
    protected void start(Path base, Path war) throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        application.setContextPath("/app");
        application.setWar(war.toString());
        application.setClassLoader(new WebAppClassLoader(War.containerLoader(), application));
        server.setHandler(application);
        server.start();
    }

    @Override
    protected int port() {
        return connector.getLocalPort();
    }

    @Override
    protected void stopApplication() throws Exception {
        application.stop();
    }

    @Override
    protected void stop() throws Exception {
        server.stop();
    }
}
