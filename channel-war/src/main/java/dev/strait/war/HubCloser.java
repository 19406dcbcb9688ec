package dev.strait.war;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/** Closes the hub of the application when it is undeployed. */
final class HubCloser implements ServletContextListener {

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        DeployedHubs.close();
    }
}
