package dev.strait.server;

/**
 * What one HTTP connection of a {@link ChannelServer} may use, until it is upgraded or closed. What a WebSocket may use is
 * in {@link dev.strait.runtime.Limits}.
 *
 * @param requestLineBytes of the request line, the query included; beyond it 414. Default 8,192
 * @param headerBytes of all headers of a request; beyond it 431. Default 16,384
 * @param bodyBytes of a request; beyond it 413. Default 8,192
 * @param requestMillis time for a connection to send one whole request, its TLS handshake included; beyond it the
 *     connection is closed. Default 10,000
 * @param keepAliveMillis time between a response and the next request. Default 30,000
 * @param requestsPerConnection then the server closes it. Default 1,000
 * @param connectionsPerAddress open connections of one peer's address, sockets included; beyond it new ones are closed at
 *     once. Behind a proxy all connections come from the proxy's. Default 10,000
 */
public record ServerLimits(
        int requestLineBytes,
        int headerBytes,
        int bodyBytes,
        long requestMillis,
        long keepAliveMillis,
        int requestsPerConnection,
        int connectionsPerAddress) {

    /** All are at least 1. */
    public ServerLimits {
        requirePositive(requestLineBytes, "requestLineBytes");
        requirePositive(headerBytes, "headerBytes");
        requirePositive(bodyBytes, "bodyBytes");
        requirePositive(requestMillis, "requestMillis");
        requirePositive(keepAliveMillis, "keepAliveMillis");
        requirePositive(requestsPerConnection, "requestsPerConnection");
        requirePositive(connectionsPerAddress, "connectionsPerAddress");
    }

    /** The defaults. */
    public static ServerLimits defaults() {
        return builder().build();
    }

    /** A builder that starts from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    private static void requirePositive(long value, String name) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " is " + value + "; it must be at least 1.");
        }
    }

    /** Builds {@link ServerLimits}; each setter takes what the record's component of that name means, at least 1. */
    public static final class Builder {

        private int requestLineBytes = 8_192;
        private int headerBytes = 16_384;
        private int bodyBytes = 8_192;
        private long requestMillis = 10_000;
        private long keepAliveMillis = 30_000;
        private int requestsPerConnection = 1_000;
        private int connectionsPerAddress = 10_000;

        private Builder() {}

        public Builder requestLineBytes(int requestLineBytes) {
            this.requestLineBytes = requestLineBytes;
            return this;
        }

        public Builder headerBytes(int headerBytes) {
            this.headerBytes = headerBytes;
            return this;
        }

        public Builder bodyBytes(int bodyBytes) {
            this.bodyBytes = bodyBytes;
            return this;
        }

        public Builder requestMillis(long requestMillis) {
            this.requestMillis = requestMillis;
            return this;
        }

        public Builder keepAliveMillis(long keepAliveMillis) {
            this.keepAliveMillis = keepAliveMillis;
            return this;
        }

        public Builder requestsPerConnection(int requestsPerConnection) {
            this.requestsPerConnection = requestsPerConnection;
            return this;
        }

        public Builder connectionsPerAddress(int connectionsPerAddress) {
            this.connectionsPerAddress = connectionsPerAddress;
            return this;
        }

        /**
         * The limits.
         *
         * @throws IllegalArgumentException one is below 1
         */
        public ServerLimits build() {
            return new ServerLimits(
                    requestLineBytes,
                    headerBytes,
                    bodyBytes,
                    requestMillis,
                    keepAliveMillis,
                    requestsPerConnection,
                    connectionsPerAddress);
        }
    }
}
