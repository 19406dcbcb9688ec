package dev.strait.runtime.internal.transport;

import dev.strait.runtime.internal.foreign.Log;
import jakarta.websocket.Session;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * Stops the reading of a session with {@code suspend} and {@code resume}, which Tomcat adds to the Jakarta API. They are
 * looked up by name, because Tomcat publishes them together with a copy of that API only.
 */
final class TomcatReading {

    private static final Log LOG = Log.of(TomcatReading.class);

    private static final MethodType COMMAND = MethodType.methodType(void.class);

    private final MethodHandle suspend;
    private final MethodHandle resume;

    private TomcatReading(MethodHandle suspend, MethodHandle resume) {
        this.suspend = suspend;
        this.resume = resume;
    }

    /** Returns what stops the reading of a session; null if it has no such methods. */
    static @Nullable TomcatReading of(Session session) {
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        try {
            return new TomcatReading(
                    lookup.findVirtual(session.getClass(), "suspend", COMMAND).bindTo(session),
                    lookup.findVirtual(session.getClass(), "resume", COMMAND).bindTo(session));
        } catch (NoSuchMethodException | IllegalAccessException notOfTomcat) {
            return null;
        }
    }

    void pause() {
        call(suspend);
    }

    void resume() {
        call(resume);
    }

    /** A session that is closing is read in any case, and may say so with an exception. */
    private static void call(MethodHandle command) {
        try {
            command.invokeExact();
        } catch (Throwable refused) {
            LOG.debug("Tomcat did not change the reading of a session.", refused);
        }
    }
}
