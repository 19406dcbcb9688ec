package dev.strait.runtime.spi;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import org.jspecify.annotations.Nullable;

/**
 * Stands for an endpoint whose class is not public where a container looks at the class: Jetty takes public ones only. The
 * configurator gives the container the instance.
 */
public final class HiddenEndpoint extends Endpoint {

    private final @Nullable Endpoint endpoint;

    /** For containers that want to see it. */
    public HiddenEndpoint() {
        this.endpoint = null;
    }

    /** In front of another endpoint. */
    public HiddenEndpoint(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        endpoint().onOpen(session, config);
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
        endpoint().onClose(session, reason);
    }

    @Override
    public void onError(Session session, Throwable error) {
        endpoint().onError(session, error);
    }

    private Endpoint endpoint() {
        if (endpoint == null) {
            throw new IllegalStateException("The container has made an endpoint instead of asking its configurator.");
        }
        return endpoint;
    }
}
