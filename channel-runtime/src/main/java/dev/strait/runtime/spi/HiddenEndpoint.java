package dev.strait.runtime.spi;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for an endpoint whose class is not public, for containers that accept only public classes, such as Jetty.
 * The configurator supplies the instance.
 */
@SuppressWarnings("exports") // its users have the Jakarta API; modules of clients must not need it
public final class HiddenEndpoint extends Endpoint {

    private final @Nullable Endpoint endpoint;

    /** Creates an endpoint without a delegate, for containers that inspect the class. */
    public HiddenEndpoint() {
        this.endpoint = null;
    }

    /** Creates an endpoint that delegates to another. */
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
            throw new IllegalStateException(
                    "The container created the endpoint itself instead of asking its configurator for an instance.");
        }
        return endpoint;
    }
}
