package dev.strait.runtime;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The limits of one hub: of each connection, of rooms, and of the node. Immutable. Set them with
 * {@link ChannelHub.Builder#limits}; those of connections can also be set for one endpoint, with
 * {@link dev.strait.runtime.spi.ChannelEndpoint#limits}.
 *
 * <p>Sizes are in bytes of UTF-8 unless stated. "Close 1009" means that the connection closes with that code, "error
 * {@code rate}" that the request is refused with that code and the connection stays open.
 */
public final class Limits {

    /** The settings that were chosen; the others have their defaults. */
    private final Map<Limit, Object> chosen;

    private final int maxMessageBytes;
    private final int maxMessageFragments;
    private final Duration messageTimeout;
    private final int maxMessagesPerSecond;
    private final int maxMessageBurst;
    private final int maxJoinsPerSecond;
    private final int maxRoomsPerConnection;
    private final int maxErrorsPerSecond;
    private final int maxBadFrames;
    private final int maxHandlerQueueMessages;
    private final long maxHandlerQueueBytes;
    private final int maxAsksPerConnection;
    private final int maxQueuedMessages;
    private final long maxQueuedBytes;
    private final Duration writeTimeout;
    private final Duration pingInterval;
    private final Duration idleTimeout;
    private final Duration closeTimeout;
    private final Duration drainTimeout;
    private final int maxRoomsPerNode;
    private final int maxHandshakesPerSecond;
    private final OptionalInt maxConnections;
    private final int maxHandlerThreads;

    private Limits(Map<Limit, Object> chosen) {
        this.chosen = Map.copyOf(chosen);
        this.maxMessageBytes = Limit.MAX_MESSAGE_BYTES.intIn(chosen);
        this.maxMessageFragments = Limit.MAX_MESSAGE_FRAGMENTS.intIn(chosen);
        this.messageTimeout = Limit.MESSAGE_TIMEOUT.timeIn(chosen);
        this.maxMessagesPerSecond = Limit.MAX_MESSAGES_PER_SECOND.intIn(chosen);
        this.maxMessageBurst = Limit.MAX_MESSAGE_BURST.intIn(chosen);
        this.maxJoinsPerSecond = Limit.MAX_JOINS_PER_SECOND.intIn(chosen);
        this.maxRoomsPerConnection = Limit.MAX_ROOMS_PER_CONNECTION.intIn(chosen);
        this.maxErrorsPerSecond = Limit.MAX_ERRORS_PER_SECOND.intIn(chosen);
        this.maxBadFrames = Limit.MAX_BAD_FRAMES.intIn(chosen);
        this.maxHandlerQueueMessages = Limit.MAX_HANDLER_QUEUE_MESSAGES.intIn(chosen);
        this.maxHandlerQueueBytes = Limit.MAX_HANDLER_QUEUE_BYTES.longIn(chosen);
        this.maxAsksPerConnection = Limit.MAX_ASKS_PER_CONNECTION.intIn(chosen);
        this.maxQueuedMessages = Limit.MAX_QUEUED_MESSAGES.intIn(chosen);
        this.maxQueuedBytes = Limit.MAX_QUEUED_BYTES.longIn(chosen);
        this.writeTimeout = Limit.WRITE_TIMEOUT.timeIn(chosen);
        this.pingInterval = Limit.PING_INTERVAL.timeIn(chosen);
        this.idleTimeout = Limit.IDLE_TIMEOUT.timeIn(chosen);
        this.closeTimeout = Limit.CLOSE_TIMEOUT.timeIn(chosen);
        this.drainTimeout = Limit.DRAIN_TIMEOUT.timeIn(chosen);
        this.maxRoomsPerNode = Limit.MAX_ROOMS_PER_NODE.intIn(chosen);
        this.maxHandshakesPerSecond = Limit.MAX_HANDSHAKES_PER_SECOND.intIn(chosen);
        this.maxConnections = Limit.MAX_CONNECTIONS.optionalIn(chosen);
        this.maxHandlerThreads = Limit.MAX_HANDLER_THREADS.intIn(chosen);
    }

    /** Returns the default limits. */
    public static Limits defaults() {
        return builder().build();
    }

    /** Returns a builder that starts from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the maximum size of one message from a client. A channel whose constraints bound its messages allows the
     * largest valid message plus 4,096 bytes, if that is less. When exceeded: close 1009. Default: 65,536. The protocols
     * of Alepha and Lucent ignore the constraints and allow 1 MiB.
     */
    public int maxMessageBytes() {
        return maxMessageBytes;
    }

    /** Returns the maximum number of fragments of one message. When exceeded: close 1009. Default: 1,024. */
    public int maxMessageFragments() {
        return maxMessageFragments;
    }

    /** Returns the maximum time to receive one message. When exceeded: close 1008. Default: 10 s. */
    public Duration messageTimeout() {
        return messageTimeout;
    }

    /** Returns the maximum number of rooms of one connection. When exceeded: error {@code overloaded}. Default: 128. */
    public int maxRoomsPerConnection() {
        return maxRoomsPerConnection;
    }

    /**
     * Returns the maximum number of rooms of all channels. The connections of one address, or of one /64 network of IPv6,
     * may create half of them. When exceeded: error {@code overloaded}. Default: 100,000.
     */
    public int maxRoomsPerNode() {
        return maxRoomsPerNode;
    }

    /**
     * Returns the maximum rate of messages from one connection, averaged over time. When exceeded: error {@code rate};
     * after 3 s, or 3 s' worth of messages at once, close 1008. Default: 200.
     */
    public int maxMessagesPerSecond() {
        return maxMessagesPerSecond;
    }

    /**
     * Returns the maximum number of messages that one connection may send at once after a pause. Exceeding it counts as
     * exceeding {@link #maxMessagesPerSecond()}. Default: 400. The protocols of Alepha and Lucent allow 1,000.
     */
    public int maxMessageBurst() {
        return maxMessageBurst;
    }

    /** Returns the maximum rate of joins of one connection. When exceeded: error {@code rate}. Default: 100. */
    public int maxJoinsPerSecond() {
        return maxJoinsPerSecond;
    }

    /**
     * Returns the maximum rate of error frames to one connection. When exceeded: no answer, unless the frame has an
     * {@code $id}. Default: 10.
     */
    public int maxErrorsPerSecond() {
        return maxErrorsPerSecond;
    }

    /**
     * Returns the maximum number of invalid frames of one connection in 10 s. When exceeded: close 4400. Default: 20.
     */
    public int maxBadFrames() {
        return maxBadFrames;
    }

    /**
     * Returns the maximum number of messages of one connection that wait for the handler. When exceeded: error
     * {@code overloaded}. Default: 256.
     */
    public int maxHandlerQueueMessages() {
        return maxHandlerQueueMessages;
    }

    /**
     * Returns the maximum size of the messages of one connection that wait for the handler; in characters where the
     * container delivers text. One message always fits. When exceeded: error {@code overloaded}. Default: 1,048,576.
     */
    public long maxHandlerQueueBytes() {
        return maxHandlerQueueBytes;
    }

    /**
     * Returns the maximum number of unanswered asks to one client. When exceeded: error {@code overloaded}. Default:
     * 64.
     */
    public int maxAsksPerConnection() {
        return maxAsksPerConnection;
    }

    /**
     * Returns the maximum number of messages that wait to be written to one connection. When exceeded: close 1013.
     * Default: 16,384.
     */
    public int maxQueuedMessages() {
        return maxQueuedMessages;
    }

    /**
     * Returns the maximum size of the messages that wait to be written to one connection. One message always fits. When
     * exceeded: close 1013. Default: 1,048,576.
     */
    public long maxQueuedBytes() {
        return maxQueuedBytes;
    }

    /**
     * Returns the maximum time for one write, of up to 64 KiB or one message; at most 1 s while many writes block. When
     * exceeded: close 1013. Default: 10 s.
     */
    public Duration writeTimeout() {
        return writeTimeout;
    }

    /** Returns the time between two pings to a connection, ±20 %. Default: 25 s. */
    public Duration pingInterval() {
        return pingInterval;
    }

    /** Returns the maximum time without a message or a pong from the peer. When exceeded: close 1001. Default: 60 s. */
    public Duration idleTimeout() {
        return idleTimeout;
    }

    /** Returns the maximum time for the peer to answer a close. When exceeded: the socket is dropped. Default: 5 s. */
    public Duration closeTimeout() {
        return closeTimeout;
    }

    /** Returns the maximum time over which a closing hub spreads the closes of its connections. Default: 30 s. */
    public Duration drainTimeout() {
        return drainTimeout;
    }

    /**
     * Returns the maximum rate of new connections of this node. One address, or one /64 network of IPv6, may use half of it.
     * When exceeded: the embedded server answers 503 with {@code Retry-After}; other containers accept the connection and
     * close it with 1013. Default: 200.
     */
    public int maxHandshakesPerSecond() {
        return maxHandshakesPerSecond;
    }

    /**
     * Returns the maximum number of connections of this node, if one was set. One address, or one /64 network of IPv6, may
     * have half of it. When exceeded: as for
     * {@link #maxHandshakesPerSecond()}. Default: 90 % of the free file descriptors of the process at the start of the hub,
     * and no limit where the JVM does not report them.
     */
    public OptionalInt maxConnections() {
        return maxConnections;
    }

    /**
     * Returns the maximum number of threads that run handlers before JDK 21, unless the hub has an executor of its own. Each
     * handler that blocks occupies one. When exceeded: messages wait in their queue. Default: 256.
     */
    public int maxHandlerThreads() {
        return maxHandlerThreads;
    }

    /**
     * Returns a copy with the limits of one endpoint, which win over those that were chosen here.
     *
     * @param endpoint the limits of the endpoint
     */
    public Limits with(EndpointLimits endpoint) {
        Map<Limit, Object> both = new EnumMap<>(Limit.class);
        both.putAll(chosen);
        both.putAll(endpoint.chosen());
        return new Limits(both);
    }

    /**
     * Returns a copy with other defaults, which count where nothing was chosen here.
     *
     * @param defaults the other defaults
     */
    public Limits withDefaults(EndpointLimits defaults) {
        Map<Limit, Object> both = new EnumMap<>(Limit.class);
        both.putAll(defaults.chosen());
        both.putAll(chosen);
        return new Limits(both);
    }

    /** Builds {@link Limits}. Not safe for several threads. */
    public static final class Builder extends LimitSettings<Builder> {

        private Builder() {}

        /** Sets {@link Limits#closeTimeout()}. */
        public Builder closeTimeout(Duration time) {
            return set(Limit.CLOSE_TIMEOUT, time);
        }

        /** Sets {@link Limits#drainTimeout()}. */
        public Builder drainTimeout(Duration time) {
            return set(Limit.DRAIN_TIMEOUT, time);
        }

        /** Sets {@link Limits#maxRoomsPerNode()}. */
        public Builder maxRoomsPerNode(int max) {
            return set(Limit.MAX_ROOMS_PER_NODE, max);
        }

        /** Sets {@link Limits#maxHandshakesPerSecond()}. */
        public Builder maxHandshakesPerSecond(int max) {
            return set(Limit.MAX_HANDSHAKES_PER_SECOND, max);
        }

        /** Sets {@link Limits#maxConnections()}. */
        public Builder maxConnections(int max) {
            return set(Limit.MAX_CONNECTIONS, max);
        }

        /** Sets {@link Limits#maxHandlerThreads()}. */
        public Builder maxHandlerThreads(int max) {
            return set(Limit.MAX_HANDLER_THREADS, max);
        }

        /** Builds the limits. */
        public Limits build() {
            return new Limits(chosen());
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
