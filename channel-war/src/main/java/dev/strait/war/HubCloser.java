package dev.strait.war;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/** Drains and closes the application's hub when the application ends. */
final class HubCloser implements ServletContextListener {

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        DeployedHubs.close();
    }
}
