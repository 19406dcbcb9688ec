package dev.strait.war;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Found by the container: adds the {@link HubCloser}. Not as an annotated listener, because listeners end in the reverse
 * order of their coming: added here, behind the container's own, it drains before the container closes all sessions.
 */
public final class HubClosingInitializer implements ServletContainerInitializer {

    @Override
    public void onStartup(@Nullable Set<Class<?>> types, ServletContext context) {
        context.addListener(new HubCloser());
    }
}
