package com.acme;

import dev.strait.runtime.ChannelHub;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.websocket.server.ServerContainer;

final class Channels implements ServletContextListener {

    private final ChannelHub hub = ChannelHub.create();

    @Override
    public void contextInitialized(ServletContextEvent event) {
        hub.add(TickerEndpoint.of(new TickerService()));
        Object container = event.getServletContext().getAttribute("jakarta.websocket.server.ServerContainer");
        hub.deployTo((ServerContainer) container);
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        hub.close();
    }
}
