package dev.strait.runtime;

import java.time.Duration;

/**
 * The limits of one hub: of each connection, of rooms, and of the node. Immutable. Set them with
 * {@link ChannelHub.Builder#limits}.
 *
 * <p>Sizes are in bytes of UTF-8 unless stated. "Close 1009" means that the connection closes with that code, "error
 * {@code rate}" that the request is refused with that code and the connection stays open.
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
     * Returns the maximum size of one message from a client. A channel whose constraints bound its messages allows the
     * largest valid message plus 4,096 bytes, if that is less. When exceeded: close 1009. Default: 65,536.
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
     * Returns the maximum number of rooms of all channels. When exceeded: error {@code overloaded}. Default: 100,000.
     */
    public int maxRoomsPerNode() {
        return maxRoomsPerNode;
    }

    /**
     * Returns the maximum rate of messages from one connection, averaged over time. When exceeded: error {@code rate};
     * after 3 s, or 3 s' worth of messages at once, close 1008. Default: 50.
     */
    public int maxMessagesPerSecond() {
        return maxMessagesPerSecond;
    }

    /**
     * Returns the maximum number of messages that one connection may send at once after a pause. Exceeding it counts as
     * exceeding {@link #maxMessagesPerSecond()}. Default: 100.
     */
    public int maxMessageBurst() {
        return maxMessageBurst;
    }

    /** Returns the maximum rate of joins of one connection. When exceeded: error {@code rate}. Default: 20. */
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
     * Default: 1,024.
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
     * Returns the maximum rate of new connections of this node. When exceeded: the embedded server answers 503 with
     * {@code Retry-After}; other containers accept the connection and close it with 1013. Default: 200.
     */
    public int maxHandshakesPerSecond() {
        return maxHandshakesPerSecond;
    }

    /**
     * Builds {@link Limits}. Each method throws an {@link IllegalArgumentException} that names the limit, unless
     * numbers are at least 1 and times are between 1 ms and 365 days.
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
        private Duration idleTimeout = Duration.ofMinutes(1);
        private Duration closeTimeout = Duration.ofSeconds(5);
        private Duration drainTimeout = Duration.ofSeconds(30);
        private int maxHandshakesPerSecond = 200;

        private Builder() {}

        /** Sets {@link Limits#maxMessageBytes()}. */
        public Builder maxMessageBytes(int max) {
            this.maxMessageBytes = (int) positive("maxMessageBytes", max);
            return this;
        }

        /** Sets {@link Limits#maxMessageFragments()}. */
        public Builder maxMessageFragments(int max) {
            this.maxMessageFragments = (int) positive("maxMessageFragments", max);
            return this;
        }

        /** Sets {@link Limits#messageTimeout()}. */
        public Builder messageTimeout(Duration time) {
            this.messageTimeout = checked("messageTimeout", time);
            return this;
        }

        /** Sets {@link Limits#maxRoomsPerConnection()}. */
        public Builder maxRoomsPerConnection(int max) {
            this.maxRoomsPerConnection = (int) positive("maxRoomsPerConnection", max);
            return this;
        }

        /** Sets {@link Limits#maxRoomsPerNode()}. */
        public Builder maxRoomsPerNode(int max) {
            this.maxRoomsPerNode = (int) positive("maxRoomsPerNode", max);
            return this;
        }

        /** Sets {@link Limits#maxMessagesPerSecond()}. */
        public Builder maxMessagesPerSecond(int max) {
            this.maxMessagesPerSecond = (int) positive("maxMessagesPerSecond", max);
            return this;
        }

        /** Sets {@link Limits#maxMessageBurst()}. */
        public Builder maxMessageBurst(int max) {
            this.maxMessageBurst = (int) positive("maxMessageBurst", max);
            return this;
        }

        /** Sets {@link Limits#maxJoinsPerSecond()}. */
        public Builder maxJoinsPerSecond(int max) {
            this.maxJoinsPerSecond = (int) positive("maxJoinsPerSecond", max);
            return this;
        }

        /** Sets {@link Limits#maxErrorsPerSecond()}. */
        public Builder maxErrorsPerSecond(int max) {
            this.maxErrorsPerSecond = (int) positive("maxErrorsPerSecond", max);
            return this;
        }

        /** Sets {@link Limits#maxBadFrames()}. */
        public Builder maxBadFrames(int max) {
            this.maxBadFrames = (int) positive("maxBadFrames", max);
            return this;
        }

        /** Sets {@link Limits#maxHandlerQueueMessages()}. */
        public Builder maxHandlerQueueMessages(int max) {
            this.maxHandlerQueueMessages = (int) positive("maxHandlerQueueMessages", max);
            return this;
        }

        /** Sets {@link Limits#maxHandlerQueueBytes()}. */
        public Builder maxHandlerQueueBytes(long max) {
            this.maxHandlerQueueBytes = positive("maxHandlerQueueBytes", max);
            return this;
        }

        /** Sets {@link Limits#maxAsksPerConnection()}. */
        public Builder maxAsksPerConnection(int max) {
            this.maxAsksPerConnection = (int) positive("maxAsksPerConnection", max);
            return this;
        }

        /** Sets {@link Limits#maxQueuedMessages()}. */
        public Builder maxQueuedMessages(int max) {
            this.maxQueuedMessages = (int) positive("maxQueuedMessages", max);
            return this;
        }

        /** Sets {@link Limits#maxQueuedBytes()}. */
        public Builder maxQueuedBytes(long max) {
            this.maxQueuedBytes = positive("maxQueuedBytes", max);
            return this;
        }

        /** Sets {@link Limits#writeTimeout()}. */
        public Builder writeTimeout(Duration time) {
            this.writeTimeout = checked("writeTimeout", time);
            return this;
        }

        /** Sets {@link Limits#pingInterval()}. */
        public Builder pingInterval(Duration time) {
            this.pingInterval = checked("pingInterval", time);
            return this;
        }

        /** Sets {@link Limits#idleTimeout()}. */
        public Builder idleTimeout(Duration time) {
            this.idleTimeout = checked("idleTimeout", time);
            return this;
        }

        /** Sets {@link Limits#closeTimeout()}. */
        public Builder closeTimeout(Duration time) {
            this.closeTimeout = checked("closeTimeout", time);
            return this;
        }

        /** Sets {@link Limits#drainTimeout()}. */
        public Builder drainTimeout(Duration time) {
            this.drainTimeout = checked("drainTimeout", time);
            return this;
        }

        /** Sets {@link Limits#maxHandshakesPerSecond()}. */
        public Builder maxHandshakesPerSecond(int max) {
            this.maxHandshakesPerSecond = (int) positive("maxHandshakesPerSecond", max);
            return this;
        }

        /** Builds the limits. */
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
