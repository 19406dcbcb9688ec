package dev.strait.war;

import dev.strait.servlet.HandshakeFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.EnumSet;

/**
 * Adds the filter for refused handshakes in front of all others. Containers find this class by its annotation. A listener
 * runs after all initializers, so that the filter also comes before the one that Jetty puts in front of all others itself.
 */
@WebListener
public final class HandshakeFilterListener implements ServletContextListener {

    /** For the container. */
    public HandshakeFilterListener() {}

    @Override
    public void contextInitialized(ServletContextEvent event) {
        FilterRegistration.Dynamic filter =
                event.getServletContext().addFilter(HandshakeFilter.class.getName(), new HandshakeFilter());
        if (filter != null) { // null if there is one of that name
            filter.setAsyncSupported(true);
            filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
        }
    }
}
