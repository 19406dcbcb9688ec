package dev.strait.runtime.spi;

import dev.strait.runtime.EndpointLimits;
import dev.strait.runtime.Excess;
import dev.strait.runtime.Protocols;
import dev.strait.runtime.WireProtocol;
import dev.strait.runtime.internal.handshake.PathTemplate;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A channel with its handler, to be added to a hub with {@link dev.strait.runtime.ChannelHub#add}. Generated endpoints
 * extend it. One instance serves all connections.
 *
 * <p>Configure it on one thread before it is added; afterwards it does not change, and the setters throw an
 * {@link IllegalStateException}.
 */
@SuppressWarnings("exports") // its users have the Jakarta API; modules of clients must not need it
public abstract class ChannelEndpoint extends Endpoint {

    private final EndpointBinding<?, ?, ?, ?> binding;
    private String path;
    private boolean nonBlocking;
    private Set<String> roles = Set.of();
    private WireProtocol protocol = Protocols.strait();
    private int maxConnectionsPerUser = Integer.MAX_VALUE;
    private Excess excess = Excess.REFUSE_NEWEST;
    private boolean helloRequired;
    private final EndpointLimits limits = new EndpointLimits();
    /** Handles the sessions of this endpoint. Set once, when a hub takes it. */
    private volatile @Nullable Endpoint sockets;

    /** Creates an endpoint, for generated subclasses. */
    protected ChannelEndpoint(EndpointBinding<?, ?, ?, ?> binding) {
        this.binding = binding;
        Objects.requireNonNull(binding.application(), "the handler or room of an endpoint is null");
        this.path = binding.contract().path();
    }

    /**
     * Serves the channel at another path.
     *
     * @param path a template with exactly the variables of the contract's path
     * @throws IllegalArgumentException if the path is not valid, or has other variables
     * @throws IllegalStateException if the endpoint was added to a hub
     */
    public final ChannelEndpoint path(String path) {
        requireUnattached();
        Set<String> variables = PathTemplate.parse(path).variables();
        Set<String> expected = PathTemplate.parse(binding.contract().path()).variables();
        if (!variables.equals(expected)) {
            throw new IllegalArgumentException(
                    "The path \"" + path + "\" has the variables " + variables + ", but the path of "
                            + binding.contract().name() + " has " + expected + ". Use the same variables.");
        }
        this.path = path;
        return this;
    }

    /**
     * Promises that the handler never blocks. It then runs on the container's thread that read the message, which saves
     * a thread switch. A handler that blocks nevertheless delays other connections.
     *
     * @throws IllegalStateException if the endpoint was added to a hub
     */
    public final ChannelEndpoint nonBlocking() {
        requireUnattached();
        nonBlocking = true;
        return this;
    }

    /**
     * Declares the roles that the handler passes to {@code handshake.hasRole}. They are looked up during the handshake,
     * because containers recycle the request after it. Roles of {@link dev.strait.Allow} are always looked up.
     *
     * @throws IllegalStateException if the endpoint was added to a hub
     */
    public final ChannelEndpoint roles(String... roles) {
        requireUnattached();
        this.roles = Set.of(roles);
        return this;
    }

    /**
     * Makes every connection wait for the client's {@code $hello} frame, which carries its token, before the handler's
     * {@code open}. Without it, only clients that connect with {@code ?hello=1}, such as generated clients, are waited for.
     * A connection whose {@code $hello} does not arrive within 10 s closes with 4408.
     *
     * @throws IllegalStateException if the endpoint was added to a hub
     */
    public final ChannelEndpoint requireHello() {
        requireUnattached();
        helloRequired = true;
        return this;
    }

    /**
     * Serves the channel with another protocol than Strait's own; see {@link Protocols}. The protocols of Lucent and
     * Alepha need a channel without variables in its path.
     *
     * @throws IllegalStateException if the endpoint was added to a hub
     */
    public final ChannelEndpoint protocol(WireProtocol protocol) {
        requireUnattached();
        this.protocol = Objects.requireNonNull(protocol, "protocol");
        return this;
    }

    /**
     * Limits the number of connections of each user to the channel, on all of its paths, with
     * {@link Excess#REFUSE_NEWEST}.
     *
     * @throws IllegalArgumentException if the maximum is not positive
     * @throws IllegalStateException if the endpoint was added to a hub
     */
    public final ChannelEndpoint maxConnectionsPerUser(int max) {
        return maxConnectionsPerUser(max, Excess.REFUSE_NEWEST);
    }

    /**
     * Limits the number of connections of each user to the channel, on all of its paths. By default there is no limit.
     * Connections are counted after the handler's {@code open} and {@code user}, and before they join a room.
     *
     * @param excess what happens to one connection too many
     * @throws IllegalArgumentException if the maximum is not positive
     * @throws IllegalStateException if the endpoint was added to a hub
     */
    public final ChannelEndpoint maxConnectionsPerUser(int max, Excess excess) {
        requireUnattached();
        if (max < 1) {
            throw new IllegalArgumentException("maxConnectionsPerUser is " + max + "; it must be positive.");
        }
        this.maxConnectionsPerUser = max;
        this.excess = Objects.requireNonNull(excess, "excess");
        return this;
    }

    /**
     * Sets limits of the connections of this endpoint. They win over those of the hub and of the protocol. Several calls
     * add up.
     *
     * <pre>{@code
     * ChatEndpoint.of(handler).limits(limits -> limits.maxMessagesPerSecond(500).maxMessageBurst(1_000))
     * }</pre>
     *
     * @throws IllegalArgumentException if a limit is out of range
     * @throws IllegalStateException if the endpoint was added to a hub
     */
    public final ChannelEndpoint limits(Consumer<? super EndpointLimits> settings) {
        requireUnattached();
        settings.accept(limits);
        return this;
    }

    /** Returns the limits that were set for this endpoint. */
    public final EndpointLimits limits() {
        return limits;
    }

    /** Returns the protocol of the clients. */
    public final WireProtocol protocol() {
        return protocol;
    }

    /** Returns whether every connection waits for the client's {@code $hello} frame. */
    public final boolean isHelloRequired() {
        return helloRequired;
    }

    /** Returns the maximum number of connections of each user. */
    public final int maxConnectionsPerUser() {
        return maxConnectionsPerUser;
    }

    /** Returns what happens to one connection of a user too many. */
    public final Excess excess() {
        return excess;
    }

    /** Returns the roles that are looked up during a handshake. */
    public final Set<String> roles() {
        return roles;
    }

    /** Returns the path that the channel is served at. */
    public final String path() {
        return path;
    }

    /** Returns whether the handler promised not to block. */
    public final boolean isNonBlocking() {
        return nonBlocking;
    }

    /** Returns the binding through which the runtime calls the application. */
    public final EndpointBinding<?, ?, ?, ?> binding() {
        return binding;
    }

    /**
     * Attaches the endpoint to a hub. Called by the hub that takes it.
     *
     * @param sockets handles the sessions of this endpoint
     * @throws IllegalStateException if the endpoint was added to a hub before
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
                    + " was deployed without a hub. Add it with ChannelHub.add and deploy the hub.");
        }
        return attached;
    }

    private void requireUnattached() {
        if (sockets != null) {
            throw new IllegalStateException(
                    getClass().getName() + " was added to a hub before. Create a new endpoint with of(handler).");
        }
    }
}
