package dev.strait.runtime.spi;

import dev.strait.runtime.Protocols;
import dev.strait.runtime.WireProtocol;
import dev.strait.runtime.internal.handshake.PathTemplate;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A channel with its handler, ready to be given to {@link dev.strait.runtime.ChannelHub#add}; the superclass of generated
 * endpoints. It is configured before it is added, on one thread; afterwards it does not change. One instance serves all
 * connections.
 */
public abstract class ChannelEndpoint extends Endpoint {

    private final EndpointBinding<?, ?, ?, ?> binding;
    private String path;
    private boolean nonBlocking;
    private Set<String> roles = Set.of();
    private WireProtocol protocol = Protocols.strait();
    private int maxConnectionsPerUser = Integer.MAX_VALUE;
    /** Set once, when a hub takes the endpoint. */
    private volatile @Nullable Endpoint sockets;

    /** For generated subclasses. */
    protected ChannelEndpoint(EndpointBinding<?, ?, ?, ?> binding) {
        this.binding = binding;
        this.path = binding.contract().path();
    }

    /**
     * Serves the channel under another path.
     *
     * @param path a template with exactly the variables of the contract's path
     * @throws IllegalArgumentException its variables are others, or it is no path
     * @throws IllegalStateException a hub has the endpoint already
     */
    public final ChannelEndpoint path(String path) {
        requireUnattached();
        Set<String> variables = PathTemplate.parse(path).variables();
        Set<String> expected = PathTemplate.parse(binding.contract().path()).variables();
        if (!variables.equals(expected)) {
            throw new IllegalArgumentException("The path \"" + path + "\" has the variables " + variables + ", but "
                    + binding.contract().name() + " binds " + expected + ".");
        }
        this.path = path;
        return this;
    }

    /**
     * Promises that the handler never blocks. It then runs on the container's thread that read the message, which saves
     * a change of threads; one that blocks after all holds up other connections.
     *
     * @throws IllegalStateException a hub has the endpoint already
     */
    public final ChannelEndpoint nonBlocking() {
        requireUnattached();
        nonBlocking = true;
        return this;
    }

    /**
     * Names the roles that the handler asks {@code handshake.hasRole} about. They are looked up at the handshake, because
     * containers take the request back after it.
     *
     * @throws IllegalStateException a hub has the endpoint already
     */
    public final ChannelEndpoint roles(String... roles) {
        requireUnattached();
        this.roles = Set.of(roles);
        return this;
    }

    /**
     * Speaks another protocol than Strait's own, with clients that were written for it; see {@link Protocols}. Its
     * protocols with rooms of their own want a channel without variables in its path.
     *
     * @throws IllegalStateException a hub has the endpoint already
     */
    public final ChannelEndpoint protocol(WireProtocol protocol) {
        requireUnattached();
        this.protocol = Objects.requireNonNull(protocol, "protocol");
        return this;
    }

    /**
     * Lets each user have so many connections to the channel at a time, whatever path they came by; without this there is
     * no limit. One more is closed with 1008, after the handler's {@code open} and {@code user} and before any room.
     *
     * @throws IllegalArgumentException it is not positive
     * @throws IllegalStateException a hub has the endpoint already
     */
    public final ChannelEndpoint maxConnectionsPerUser(int max) {
        requireUnattached();
        if (max < 1) {
            throw new IllegalArgumentException("maxConnectionsPerUser is " + max + "; it must be positive.");
        }
        maxConnectionsPerUser = max;
        return this;
    }

    /** What its clients speak. */
    public final WireProtocol protocol() {
        return protocol;
    }

    /** How many connections a user may have. */
    public final int maxConnectionsPerUser() {
        return maxConnectionsPerUser;
    }

    /** The roles to look up at a handshake. */
    public final Set<String> roles() {
        return roles;
    }

    /** The path that it is served under. */
    public final String path() {
        return path;
    }

    /** Whether the handler promised not to block. */
    public final boolean isNonBlocking() {
        return nonBlocking;
    }

    /** The handler, as the runtime calls it. */
    public final EndpointBinding<?, ?, ?, ?> binding() {
        return binding;
    }

    /**
     * Called by the hub that takes the endpoint.
     *
     * @throws IllegalStateException a hub has it already
     */
    public final void attach(Endpoint sockets) {
        requireUnattached();
        this.sockets = sockets;
    }

    @Override
    public final void onOpen(Session session, EndpointConfig config) {
        attached().onOpen(session, config);
    }

    @Override
    public final void onClose(Session session, CloseReason reason) {
        attached().onClose(session, reason);
    }

    @Override
    public final void onError(Session session, Throwable error) {
        attached().onError(session, error);
    }

    private Endpoint attached() {
        Endpoint attached = sockets;
        if (attached == null) {
            throw new IllegalStateException(getClass().getName()
                    + " was deployed without a hub. Give it to ChannelHub.add and deploy the hub.");
        }
        return attached;
    }

    private void requireUnattached() {
        if (sockets != null) {
            throw new IllegalStateException(
                    getClass().getName() + " belongs to a hub already. Make a new one with of(handler).");
        }
    }
}
