package dev.strait.runtime.internal.transport;

import dev.strait.runtime.internal.foreign.Log;
import dev.strait.runtime.spi.FrameSink;
import jakarta.websocket.Session;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Selects the fastest transport for a session, among those whose container is on the class path. */
public final class Transports {

    private static final Log LOG = Log.of(Transports.class);

    private static final String TOMCAT = "org.apache.tomcat.websocket.";
    /** The user property for the time that Tomcat waits for a peer's close frame, in milliseconds; 30 s by default. */
    private static final String TOMCAT_CLOSE_TIMEOUT = TOMCAT + "SESSION_CLOSE_TIMEOUT";

    private final boolean isStandardApiOnly;
    private final long closeMillis;
    /** A candidate is removed once it turns out that its container is absent. */
    private final List<Function<Session, @Nullable Transport>> candidates = new CopyOnWriteArrayList<>();

    /**
     * Creates transports.
     *
     * @param isStandardApiOnly whether to use the Jakarta API only
     * @param closeMillis the maximum time for a peer to answer a close
     */
    @SuppressWarnings("Convert2MethodRef") // a lambda links its class only when it is called
    public Transports(boolean isStandardApiOnly, long closeMillis) {
        this.closeMillis = closeMillis;
        this.isStandardApiOnly = isStandardApiOnly;
        if (!isStandardApiOnly) {
            candidates.add(session -> JettyTransport.of(session));
            candidates.add(session -> UndertowTransport.of(session));
            candidates.add(session -> BatchingTransport.of(session));
        }
    }

    /**
     * Returns the transport of a session.
     *
     * @param ofContainer the object that the container supplied; null if there is none
     */
    public Transport of(Session session, @Nullable Object ofContainer) {
        if (session.getClass().getName().startsWith(TOMCAT)) {
            session.getUserProperties().put(TOMCAT_CLOSE_TIMEOUT, closeMillis);
        }
        if (!isStandardApiOnly && ofContainer instanceof FrameSink sink && acceptsPlainFrames(session)) {
            return new LoopTransport(session, sink, closeMillis);
        }
        for (Function<Session, @Nullable Transport> candidate : candidates) {
            try {
                Transport transport = candidate.apply(session);
                if (transport != null) {
                    return transport;
                }
            } catch (NoClassDefFoundError absent) {
                remove(candidate, absent);
            }
        }
        return new PortableTransport(session);
    }

    private void remove(Function<Session, @Nullable Transport> candidate, NoClassDefFoundError absent) {
        candidates.remove(candidate);
        LOG.debug("The classes of a container are absent; its transport is not used.", absent);
    }

    /**
     * Of the registered extensions, permessage-deflate leaves frames without its bit as they are (RFC 7692, section 6).
     */
    private static boolean acceptsPlainFrames(Session session) {
        return session.getNegotiatedExtensions().stream()
                .allMatch(extension -> extension.getName().equals("permessage-deflate"));
    }
}
