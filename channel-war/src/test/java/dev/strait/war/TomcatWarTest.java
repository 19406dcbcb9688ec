package dev.strait.war;

import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.startup.ContextConfig;
import org.apache.catalina.startup.Tomcat;

/** Runs the WAR on Tomcat. */
final class TomcatWarTest extends WarContract {

    private final Tomcat tomcat = new Tomcat();

    @Override
    protected void start(Path base, Path war) throws Exception {
        tomcat.setBaseDir(base.toString());
        tomcat.setPort(0);
        tomcat.getConnector();
        // addWebapp would add the JSP servlet. The WebSocket filter needs the default servlet to get requests.
        Context context = tomcat.addContext("/app", war.toString());
        Tomcat.addServlet(context, "default", "org.apache.catalina.servlets.DefaultServlet")
                .addMapping("/");
        context.addLifecycleListener(new ContextConfig());
        context.setParentClassLoader(War.containerLoader());
        tomcat.start();
    }

    @Override
    protected int port() {
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    protected void stopApplication() throws Exception {
        tomcat.getHost().findChildren()[0].stop();
    }

    @Override
    protected void stop() throws Exception {
        tomcat.stop();
        tomcat.destroy();
    }
}
