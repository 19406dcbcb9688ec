package dev.strait.war;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Adds the {@link HubCloser}. Containers find this class as a service provider.
 *
 * <p>An annotated listener would not do: listeners are destroyed in reverse order of registration. This one is
 * registered after the container's own, so the hub drains before the container closes all sessions.
 */
public final class HubClosingInitializer implements ServletContainerInitializer {

    @Override
    public void onStartup(@Nullable Set<Class<?>> types, ServletContext context) {
        context.addListener(new HubCloser());
    }
}
