package dev.strait.server;

import java.time.Duration;

/**
 * The limits of one HTTP connection of a {@link ChannelServer}, until it is upgraded to a WebSocket or closed.
 * Immutable. Set them with {@link ChannelServer.Builder#limits}. The limits of WebSocket connections are in
 * {@link dev.strait.runtime.Limits}.
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

    /** Returns the maximum length of the request line, with the query. When exceeded: status 414. Default: 8,192. */
    public int maxRequestLineBytes() {
        return maxRequestLineBytes;
    }

    /** Returns the maximum size of all headers of a request. When exceeded: status 431. Default: 16,384. */
    public int maxHeaderBytes() {
        return maxHeaderBytes;
    }

    /** Returns the maximum size of the body of a request. When exceeded: status 413. Default: 8,192. */
    public int maxBodyBytes() {
        return maxBodyBytes;
    }

    /**
     * Returns the maximum time to receive one request, with the TLS handshake. When exceeded: the connection is closed.
     * Default: 10 s.
     */
    public Duration requestTimeout() {
        return requestTimeout;
    }

    /**
     * Returns the maximum time between a response and the next request, and for each write of a response. When
     * exceeded: the connection is closed. Default: 30 s.
     */
    public Duration keepAliveTimeout() {
        return keepAliveTimeout;
    }

    /**
     * Returns the maximum number of requests on one connection. It is closed after the last response. Default: 1,000.
     */
    public int maxRequestsPerConnection() {
        return maxRequestsPerConnection;
    }

    /**
     * Returns the maximum number of open connections of one remote address, with WebSockets. When exceeded: new
     * connections are closed at once. Behind a proxy, all connections come from the address of the proxy. Default:
     * 10,000.
     */
    public int maxConnectionsPerAddress() {
        return maxConnectionsPerAddress;
    }

    /**
     * Builds {@link ServerLimits}. Each method throws an {@link IllegalArgumentException} that names the limit, unless
     * numbers are at least 1 and times are between 1 ms and 365 days.
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

        /** Sets {@link ServerLimits#maxRequestLineBytes()}. */
        public Builder maxRequestLineBytes(int max) {
            this.maxRequestLineBytes = (int) positive("maxRequestLineBytes", max);
            return this;
        }

        /** Sets {@link ServerLimits#maxHeaderBytes()}. */
        public Builder maxHeaderBytes(int max) {
            this.maxHeaderBytes = (int) positive("maxHeaderBytes", max);
            return this;
        }

        /** Sets {@link ServerLimits#maxBodyBytes()}. */
        public Builder maxBodyBytes(int max) {
            this.maxBodyBytes = (int) positive("maxBodyBytes", max);
            return this;
        }

        /** Sets {@link ServerLimits#requestTimeout()}. */
        public Builder requestTimeout(Duration time) {
            this.requestTimeout = checked("requestTimeout", time);
            return this;
        }

        /** Sets {@link ServerLimits#keepAliveTimeout()}. */
        public Builder keepAliveTimeout(Duration time) {
            this.keepAliveTimeout = checked("keepAliveTimeout", time);
            return this;
        }

        /** Sets {@link ServerLimits#maxRequestsPerConnection()}. */
        public Builder maxRequestsPerConnection(int max) {
            this.maxRequestsPerConnection = (int) positive("maxRequestsPerConnection", max);
            return this;
        }

        /** Sets {@link ServerLimits#maxConnectionsPerAddress()}. */
        public Builder maxConnectionsPerAddress(int max) {
            this.maxConnectionsPerAddress = (int) positive("maxConnectionsPerAddress", max);
            return this;
        }

        /** Builds the limits. */
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
