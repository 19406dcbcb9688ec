package dev.strait.server;

import java.time.Duration;

/**
 * The limits of one HTTP connection of a {@link ChannelServer}, until it is upgraded or closed. Immutable. The limits of a
 * WebSocket connection are in {@link dev.strait.runtime.Limits}.
 *
 * <p>Set them with {@link ChannelServer.Builder#limits}.
 */
public final class ServerLimits {

    private final int maxRequestLineBytes;
    private final int maxHeaderBytes;
    private final int maxBodyBytes;
    private final Duration requestTimeout;
    private final Duration keepAliveTimeout;
    private final int maxRequestsPerConnection;
    private final int maxConnectionsPerAddress;

    private ServerLimits(Builder builder) {
        this.maxRequestLineBytes = builder.maxRequestLineBytes;
        this.maxHeaderBytes = builder.maxHeaderBytes;
        this.maxBodyBytes = builder.maxBodyBytes;
        this.requestTimeout = builder.requestTimeout;
        this.keepAliveTimeout = builder.keepAliveTimeout;
        this.maxRequestsPerConnection = builder.maxRequestsPerConnection;
        this.maxConnectionsPerAddress = builder.maxConnectionsPerAddress;
    }

    /** Returns the default limits. */
    public static ServerLimits defaults() {
        return builder().build();
    }

    /** Returns a builder that starts from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The maximum length of the request line, the query included. When exceeded, the answer is 414. The default is 8,192.
     */
    public int maxRequestLineBytes() {
        return maxRequestLineBytes;
    }

    /** The maximum size of all headers of a request. When exceeded, the answer is 431. The default is 16,384. */
    public int maxHeaderBytes() {
        return maxHeaderBytes;
    }

    /** The maximum size of the body of a request. When exceeded, the answer is 413. The default is 8,192. */
    public int maxBodyBytes() {
        return maxBodyBytes;
    }

    /**
     * The maximum time for a connection to send one whole request, its TLS handshake included. When exceeded, the connection
     * is closed. The default is 10 s.
     */
    public Duration requestTimeout() {
        return requestTimeout;
    }

    /**
     * The maximum time between a response and the next request. When exceeded, the connection is closed. The default is 30 s.
     */
    public Duration keepAliveTimeout() {
        return keepAliveTimeout;
    }

    /**
     * The maximum number of requests on one connection. The server closes it after the last response. The default is 1,000.
     */
    public int maxRequestsPerConnection() {
        return maxRequestsPerConnection;
    }

    /**
     * The maximum number of open connections of one remote address, WebSockets included. When exceeded, new connections are
     * closed at once. Behind a proxy all connections come from the address of the proxy. The default is 10,000.
     */
    public int maxConnectionsPerAddress() {
        return maxConnectionsPerAddress;
    }

    /**
     * Builds {@link ServerLimits}. Each method sets the limit of that name. Numbers must be at least 1, and times between 1 ms and 365
     * days; otherwise an {@link IllegalArgumentException} names the limit.
     */
    public static final class Builder {

        private static final Duration MIN_TIME = Duration.ofMillis(1);
        private static final Duration MAX_TIME = Duration.ofDays(365);

        private int maxRequestLineBytes = 8_192;
        private int maxHeaderBytes = 16_384;
        private int maxBodyBytes = 8_192;
        private Duration requestTimeout = Duration.ofSeconds(10);
        private Duration keepAliveTimeout = Duration.ofSeconds(30);
        private int maxRequestsPerConnection = 1_000;
        private int maxConnectionsPerAddress = 10_000;

        private Builder() {}

        public Builder maxRequestLineBytes(int max) {
            this.maxRequestLineBytes = (int) positive("maxRequestLineBytes", max);
            return this;
        }

        public Builder maxHeaderBytes(int max) {
            this.maxHeaderBytes = (int) positive("maxHeaderBytes", max);
            return this;
        }

        public Builder maxBodyBytes(int max) {
            this.maxBodyBytes = (int) positive("maxBodyBytes", max);
            return this;
        }

        public Builder requestTimeout(Duration time) {
            this.requestTimeout = checked("requestTimeout", time);
            return this;
        }

        public Builder keepAliveTimeout(Duration time) {
            this.keepAliveTimeout = checked("keepAliveTimeout", time);
            return this;
        }

        public Builder maxRequestsPerConnection(int max) {
            this.maxRequestsPerConnection = (int) positive("maxRequestsPerConnection", max);
            return this;
        }

        public Builder maxConnectionsPerAddress(int max) {
            this.maxConnectionsPerAddress = (int) positive("maxConnectionsPerAddress", max);
            return this;
        }

        public ServerLimits build() {
            return new ServerLimits(this);
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
