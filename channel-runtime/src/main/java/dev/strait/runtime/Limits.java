package dev.strait.runtime;

import java.time.Duration;

/**
 * The limits of one connection, one room and one node. Immutable.
 *
 * <p>Set them with {@link ChannelHub.Builder#limits}.
 */
public final class Limits {

    private final int maxMessageBytes;
    private final int maxMessageFragments;
    private final Duration messageTimeout;
    private final int maxRoomsPerConnection;
    private final int maxRoomsPerNode;
    private final int maxMessagesPerSecond;
    private final int maxMessageBurst;
    private final int maxJoinsPerSecond;
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
    private final int maxHandshakesPerSecond;

    private Limits(Builder builder) {
        this.maxMessageBytes = builder.maxMessageBytes;
        this.maxMessageFragments = builder.maxMessageFragments;
        this.messageTimeout = builder.messageTimeout;
        this.maxRoomsPerConnection = builder.maxRoomsPerConnection;
        this.maxRoomsPerNode = builder.maxRoomsPerNode;
        this.maxMessagesPerSecond = builder.maxMessagesPerSecond;
        this.maxMessageBurst = builder.maxMessageBurst;
        this.maxJoinsPerSecond = builder.maxJoinsPerSecond;
        this.maxErrorsPerSecond = builder.maxErrorsPerSecond;
        this.maxBadFrames = builder.maxBadFrames;
        this.maxHandlerQueueMessages = builder.maxHandlerQueueMessages;
        this.maxHandlerQueueBytes = builder.maxHandlerQueueBytes;
        this.maxAsksPerConnection = builder.maxAsksPerConnection;
        this.maxQueuedMessages = builder.maxQueuedMessages;
        this.maxQueuedBytes = builder.maxQueuedBytes;
        this.writeTimeout = builder.writeTimeout;
        this.pingInterval = builder.pingInterval;
        this.idleTimeout = builder.idleTimeout;
        this.closeTimeout = builder.closeTimeout;
        this.drainTimeout = builder.drainTimeout;
        this.maxHandshakesPerSecond = builder.maxHandshakesPerSecond;
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
     * The maximum size of one message from a client, in bytes of UTF-8. When exceeded, the connection closes with 1009. A
     * channel whose constraints bound its messages allows what they allow plus 4,096 bytes, if that is less. The default is
     * 65,536.
     */
    public int maxMessageBytes() {
        return maxMessageBytes;
    }

    /**
     * The maximum number of fragments of one message. When exceeded, the connection closes with 1009. The default is 1,024.
     */
    public int maxMessageFragments() {
        return maxMessageFragments;
    }

    /**
     * The maximum time to receive one message. When exceeded, the connection closes with 1008. The default is 10 s.
     */
    public Duration messageTimeout() {
        return messageTimeout;
    }

    /**
     * The maximum number of rooms of one connection. When exceeded, a join fails with {@code overloaded}. The default is 128.
     */
    public int maxRoomsPerConnection() {
        return maxRoomsPerConnection;
    }

    /**
     * The maximum number of rooms of all channels of this node. When exceeded, a join fails with {@code overloaded}. The
     * default is 100,000.
     */
    public int maxRoomsPerNode() {
        return maxRoomsPerNode;
    }

    /**
     * The maximum rate of messages from one connection, averaged over time. When exceeded, a message is refused with
     * {@code rate}; after 3 s, or 3 s' worth of messages at once, the connection closes with 1008. The default is 50.
     */
    public int maxMessagesPerSecond() {
        return maxMessagesPerSecond;
    }

    /**
     * The maximum number of messages that one connection may send at once after a pause. When exceeded, the same happens as
     * for {@link #maxMessagesPerSecond()}. The default is 100.
     */
    public int maxMessageBurst() {
        return maxMessageBurst;
    }

    /**
     * The maximum rate of joins of one connection. When exceeded, a join fails with {@code rate}. The default is 20.
     */
    public int maxJoinsPerSecond() {
        return maxJoinsPerSecond;
    }

    /**
     * The maximum rate of error frames to one connection. When exceeded, errors are not answered. The default is 10.
     */
    public int maxErrorsPerSecond() {
        return maxErrorsPerSecond;
    }

    /**
     * The maximum number of invalid frames of one connection in 10 s. When exceeded, the connection closes with 4400. The
     * default is 20.
     */
    public int maxBadFrames() {
        return maxBadFrames;
    }

    /**
     * The maximum number of messages of one connection that wait for the handler. When exceeded, a message is refused with
     * {@code overloaded}. The default is 256.
     */
    public int maxHandlerQueueMessages() {
        return maxHandlerQueueMessages;
    }

    /**
     * The maximum size of the messages of one connection that wait for the handler, in characters or bytes as they were
     * received; one message always fits. When exceeded, a message is refused with {@code overloaded}. The default is
     * 1,048,576.
     */
    public long maxHandlerQueueBytes() {
        return maxHandlerQueueBytes;
    }

    /**
     * The maximum number of asks to one client that are not answered yet. When exceeded, an ask fails with
     * {@code overloaded}. The default is 64.
     */
    public int maxAsksPerConnection() {
        return maxAsksPerConnection;
    }

    /**
     * The maximum number of messages that wait to be written to one connection. When exceeded, the connection closes with
     * 1013. The default is 1,024.
     */
    public int maxQueuedMessages() {
        return maxQueuedMessages;
    }

    /**
     * The maximum size of the messages that wait to be written to one connection, in bytes of UTF-8; one message always fits.
     * When exceeded, the connection closes with 1013. The default is 1,048,576.
     */
    public long maxQueuedBytes() {
        return maxQueuedBytes;
    }

    /**
     * The maximum time for one write, which is of up to 64 KiB or of one message. When exceeded, the connection closes with
     * 1013. It is shorter while many writes block. The default is 10 s.
     */
    public Duration writeTimeout() {
        return writeTimeout;
    }

    /** The time between two pings to a connection, ±20 %. The default is 25 s. */
    public Duration pingInterval() {
        return pingInterval;
    }

    /**
     * The maximum time without any frame from the peer, pongs included. When exceeded, the connection closes with 1001. The
     * default is 60 s.
     */
    public Duration idleTimeout() {
        return idleTimeout;
    }

    /**
     * The maximum time for the peer to answer a close. When exceeded, the socket is dropped. The default is 5 s.
     */
    public Duration closeTimeout() {
        return closeTimeout;
    }

    /** The maximum time over which a closing hub spreads the closes of its connections. The default is 30 s. */
    public Duration drainTimeout() {
        return drainTimeout;
    }

    /**
     * The maximum rate of new connections of this node. When exceeded, the embedded server answers 503 with
     * {@code Retry-After}; other containers accept the connection and close it with 1013. The default is 200.
     */
    public int maxHandshakesPerSecond() {
        return maxHandshakesPerSecond;
    }

    /**
     * Builds {@link Limits}. Each method sets the limit of that name. Numbers must be at least 1, and times between 1 ms and 365
     * days; otherwise an {@link IllegalArgumentException} names the limit.
     */
    public static final class Builder {

        private static final Duration MIN_TIME = Duration.ofMillis(1);
        private static final Duration MAX_TIME = Duration.ofDays(365);

        private int maxMessageBytes = 65_536;
        private int maxMessageFragments = 1_024;
        private Duration messageTimeout = Duration.ofSeconds(10);
        private int maxRoomsPerConnection = 128;
        private int maxRoomsPerNode = 100_000;
        private int maxMessagesPerSecond = 50;
        private int maxMessageBurst = 100;
        private int maxJoinsPerSecond = 20;
        private int maxErrorsPerSecond = 10;
        private int maxBadFrames = 20;
        private int maxHandlerQueueMessages = 256;
        private long maxHandlerQueueBytes = 1_048_576;
        private int maxAsksPerConnection = 64;
        private int maxQueuedMessages = 1_024;
        private long maxQueuedBytes = 1_048_576;
        private Duration writeTimeout = Duration.ofSeconds(10);
        private Duration pingInterval = Duration.ofSeconds(25);
        private Duration idleTimeout = Duration.ofSeconds(60);
        private Duration closeTimeout = Duration.ofSeconds(5);
        private Duration drainTimeout = Duration.ofSeconds(30);
        private int maxHandshakesPerSecond = 200;

        private Builder() {}

        public Builder maxMessageBytes(int max) {
            this.maxMessageBytes = (int) positive("maxMessageBytes", max);
            return this;
        }

        public Builder maxMessageFragments(int max) {
            this.maxMessageFragments = (int) positive("maxMessageFragments", max);
            return this;
        }

        public Builder messageTimeout(Duration time) {
            this.messageTimeout = checked("messageTimeout", time);
            return this;
        }

        public Builder maxRoomsPerConnection(int max) {
            this.maxRoomsPerConnection = (int) positive("maxRoomsPerConnection", max);
            return this;
        }

        public Builder maxRoomsPerNode(int max) {
            this.maxRoomsPerNode = (int) positive("maxRoomsPerNode", max);
            return this;
        }

        public Builder maxMessagesPerSecond(int max) {
            this.maxMessagesPerSecond = (int) positive("maxMessagesPerSecond", max);
            return this;
        }

        public Builder maxMessageBurst(int max) {
            this.maxMessageBurst = (int) positive("maxMessageBurst", max);
            return this;
        }

        public Builder maxJoinsPerSecond(int max) {
            this.maxJoinsPerSecond = (int) positive("maxJoinsPerSecond", max);
            return this;
        }

        public Builder maxErrorsPerSecond(int max) {
            this.maxErrorsPerSecond = (int) positive("maxErrorsPerSecond", max);
            return this;
        }

        public Builder maxBadFrames(int max) {
            this.maxBadFrames = (int) positive("maxBadFrames", max);
            return this;
        }

        public Builder maxHandlerQueueMessages(int max) {
            this.maxHandlerQueueMessages = (int) positive("maxHandlerQueueMessages", max);
            return this;
        }

        public Builder maxHandlerQueueBytes(long max) {
            this.maxHandlerQueueBytes = positive("maxHandlerQueueBytes", max);
            return this;
        }

        public Builder maxAsksPerConnection(int max) {
            this.maxAsksPerConnection = (int) positive("maxAsksPerConnection", max);
            return this;
        }

        public Builder maxQueuedMessages(int max) {
            this.maxQueuedMessages = (int) positive("maxQueuedMessages", max);
            return this;
        }

        public Builder maxQueuedBytes(long max) {
            this.maxQueuedBytes = positive("maxQueuedBytes", max);
            return this;
        }

        public Builder writeTimeout(Duration time) {
            this.writeTimeout = checked("writeTimeout", time);
            return this;
        }

        public Builder pingInterval(Duration time) {
            this.pingInterval = checked("pingInterval", time);
            return this;
        }

        public Builder idleTimeout(Duration time) {
            this.idleTimeout = checked("idleTimeout", time);
            return this;
        }

        public Builder closeTimeout(Duration time) {
            this.closeTimeout = checked("closeTimeout", time);
            return this;
        }

        public Builder drainTimeout(Duration time) {
            this.drainTimeout = checked("drainTimeout", time);
            return this;
        }

        public Builder maxHandshakesPerSecond(int max) {
            this.maxHandshakesPerSecond = (int) positive("maxHandshakesPerSecond", max);
            return this;
        }

        public Limits build() {
            return new Limits(this);
        }

        private static long positive(String name, long value) {
            if (value < 1) {
                throw new IllegalArgumentException(name + " is " + value + "; it must be at least 1.");
            }
            return value;
        }

        private static Duration checked(String name, Duration time) {
            if (time.compareTo(MIN_TIME) < 0 || time.compareTo(MAX_TIME) > 0) {
                throw new IllegalArgumentException(name + " is " + time + "; it must be between 1 ms and 365 days.");
            }
            return time;
        }
    }
}
