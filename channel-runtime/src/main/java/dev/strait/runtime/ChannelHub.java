package dev.strait.runtime;

import dev.strait.runtime.internal.node.InProcessBackplane;
import dev.strait.runtime.internal.node.Node;
import dev.strait.runtime.internal.node.NodeConfig;
import dev.strait.runtime.internal.work.HandlerThreads;
import dev.strait.runtime.internal.work.NodeTimer;
import dev.strait.runtime.spi.Backplane;
import dev.strait.runtime.spi.ChannelContract;
import dev.strait.runtime.spi.ChannelEndpoint;
import dev.strait.runtime.spi.ChannelGateway;
import dev.strait.runtime.spi.RoomBinding;
import dev.strait.runtime.spi.RoomStates;
import dev.strait.runtime.spi.TimeSource;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * Holds an application's channels: their connections, rooms and limits. An application makes one, adds its endpoints,
 * deploys it, and closes it in the end. Safe for all threads.
 *
 * <pre>{@code
 * ChannelHub hub = ChannelHub.create();
 * hub.add(ChatEndpoint.of(new ChatService()));
 * hub.deployTo(serverContainer);
 * }</pre>
 */
public final class ChannelHub implements AutoCloseable {

    private final Node node;

    private ChannelHub(Node node) {
        this.node = node;
    }

    /** A hub with the defaults. */
    public static ChannelHub create() {
        return builder().build();
    }

    /** A builder for a hub with other limits, listeners or threads. */
    public static Builder builder() {
        return new Builder();
    }

    /** What the hub was built with. */
    public Limits limits() {
        return node.limits();
    }

    /**
     * The largest message that a client of any endpoint may send, in bytes of UTF-8; for containers that keep a message until
     * it is whole.
     */
    public int maxMessageBytes() {
        return node.maxMessageBytes();
    }

    /**
     * Adds a channel, to be served when the hub is deployed.
     *
     * @throws ChannelDeploymentException its path is taken, its names collide with those of its protocol, or another
     *     endpoint of the channel is served otherwise
     * @throws IllegalStateException the hub is deployed or closed, or the endpoint belongs to a hub already
     */
    public void add(ChannelEndpoint endpoint) {
        node.add(endpoint);
    }

    /**
     * Deploys all channels to a container, with its origin check, limits and timers set as this hub's.
     *
     * @throws ChannelDeploymentException the container refuses some; the message names each
     * @throws IllegalStateException the hub is deployed or closed already
     */
    public void deployTo(ServerContainer container) {
        node.deployTo(container);
    }

    /**
     * The channels as configurations, for a container that asks for them. It counts as deploying.
     *
     * @throws IllegalStateException the hub is deployed or closed already
     */
    public Set<ServerEndpointConfig> endpointConfigs() {
        return node.endpointConfigs();
    }

    /** One channel of this hub, for generated emitters. It may be asked for before the channel's endpoint is added. */
    public <R, O> ChannelGateway<R, O> channel(ChannelContract<R, ?, O> contract) {
        return node.channel(contract);
    }

    /**
     * The rooms with state of one channel of this hub, for generated code. They may be asked for before the channel's
     * endpoint is added.
     *
     * @throws ChannelDeploymentException the channel is served by another object than the binding's
     */
    public <S, T, R, I, O> RoomStates<S, T, R, O> rooms(RoomBinding<S, T, R, I, O> binding) {
        return node.rooms(binding);
    }

    /**
     * Says goodbye to all connections, spreads their closes (1012) so that they can come back without a storm, waits for
     * them and for the last calls of their handlers, and stops the hub's threads. Blocks for at most {@link Limits#drainTimeout()} and {@link Limits#closeTimeout()}.
     * A second call does nothing.
     */
    @Override
    public void close() {
        node.close();
    }

    /** Builds a {@link ChannelHub}. */
    public static final class Builder {

        private Limits limits = Limits.defaults();
        private @Nullable ChannelListener listener;
        private Backplane backplane = new InProcessBackplane();
        private TimeSource time = System::nanoTime;
        private Set<String> origins = Set.of();
        private @Nullable Executor executor;
        private @Nullable ScheduledExecutorService timer;
        private boolean isStandardApiOnly;

        private Builder() {}

        /** The limits; {@link Limits#defaults()} otherwise. */
        public Builder limits(Limits limits) {
            this.limits = limits;
            return this;
        }

        /** Who is told what happens. */
        public Builder listener(ChannelListener listener) {
            this.listener = listener;
            return this;
        }

        /**
         * Where handlers run; the caller shuts it down after the hub. Otherwise virtual threads on JDK 21 and newer, and
         * a bounded pool on older ones.
         */
        public Builder executor(Executor executor) {
            this.executor = executor;
            return this;
        }

        /**
         * Web pages of these origins may connect, beside those of the server's own host and port.
         *
         * @param origins such as {@code "https://app.example.com"}; {@code "*"} stands for all
         */
        public Builder allowOrigins(String... origins) {
            this.origins = new LinkedHashSet<>(List.of(origins));
            return this;
        }

        /** What carries emits to other nodes; the hub closes it. */
        public Builder backplane(Backplane backplane) {
            this.backplane = backplane;
            return this;
        }

        /**
         * Writes by the Jakarta WebSocket API alone, also where the container has a faster way that Strait knows. For a
         * container that behaves otherwise than it should.
         */
        public Builder standardApiOnly() {
            this.isStandardApiOnly = true;
            return this;
        }

        /**
         * The timer of ask timeouts, pings, ticks and drains, for tests that move it together with the
         * {@linkplain #timeSource clock}. The hub cancels its tasks; the caller shuts it down after the hub. By default the
         * hub has a timer of its own.
         */
        public Builder timer(ScheduledExecutorService timer) {
            this.timer = timer;
            return this;
        }

        /** The clock of all limits and timers. */
        public Builder timeSource(TimeSource time) {
            this.time = time;
            return this;
        }

        public ChannelHub build() {
            HandlerThreads threads = executor == null ? HandlerThreads.own() : HandlerThreads.of(executor);
            NodeTimer nodeTimer = timer == null ? NodeTimer.own() : NodeTimer.of(timer);
            return new ChannelHub(new Node(
                    new NodeConfig(limits, listener, backplane, time, origins, threads, nodeTimer, isStandardApiOnly)));
        }
    }
}
