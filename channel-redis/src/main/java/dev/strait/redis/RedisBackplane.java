package dev.strait.redis;

import dev.strait.runtime.spi.Backplane;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SslOptions;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Connects the nodes of an application over Redis (7.0 or newer) or Valkey (7.2 or newer), by pub/sub. Nothing is stored there.
 *
 * <pre>{@code
 * ChannelHub hub = ChannelHub.builder()
 *         .backplane(RedisBackplane.connect("redis://redis-1:6379"))
 *         .build();
 * }</pre>
 *
 * <p>It connects in the background, and again after any fault: 50 ms later, then at growing intervals of up to 2 s. A server that
 * does not answer within the {@linkplain Builder#commandTimeout timeout} counts as a fault. At most 4,096 messages wait for its
 * answers; more are refused. Safe for all threads. Each object is for one hub, which starts and closes it.
 */
public final class RedisBackplane implements Backplane {

    static final int MAX_IN_FLIGHT = 4_096;

    private final Builder settings;
    private final ChannelNames names;
    /** Null before the start. */
    private volatile @Nullable Sessions sessions;

    private RedisBackplane(Builder settings) {
        this.settings = settings;
        this.names = new ChannelNames(settings.application);
    }

    /**
     * Returns a backplane with the default settings.
     *
     * @param uri such as {@code redis://host:6379}, {@code rediss://user:password@host:6380} with TLS, or
     *     {@code redis-sentinel://host1,host2#name}
     * @throws IllegalArgumentException if the URI is not valid
     */
    public static RedisBackplane connect(String uri) {
        return builder().uri(uri).build();
    }

    /** Returns a builder. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public CompletionStage<Void> start(String nodeId, Arrivals arrivals) {
        Sessions started = new Sessions(
                new ServerConnector(settings.uri, settings.application + ":" + nodeId, settings.ssl),
                settings.isSharded,
                settings.commandTimeout,
                arrivals);
        sessions = started;
        return started.start();
    }

    private Sessions sessions() {
        return Objects.requireNonNull(sessions, "the backplane is not started");
    }

    @Override
    public CompletionStage<Void> publish(Topic topic, Envelope envelope) {
        return sessions().publish(names.of(topic), envelope.bytes());
    }

    @Override
    public CompletionStage<Void> subscribe(Topic topic) {
        return sessions().subscribe(names.of(topic), topic);
    }

    @Override
    public void unsubscribe(Topic topic) {
        sessions().unsubscribe(names.of(topic));
    }

    @Override
    public void reconnect() {
        sessions().reconnect();
    }

    @Override
    public void close() {
        Sessions started = sessions;
        if (started != null) {
            started.close();
        }
    }

    /** Builds a {@link RedisBackplane}. Not safe for several threads. */
    public static final class Builder {

        private static final Pattern APPLICATION = Pattern.compile("[A-Za-z0-9_-]{1,32}");
        private static final Duration MIN_TIMEOUT = Duration.ofMillis(100);
        private static final Duration MAX_TIMEOUT = Duration.ofSeconds(10);

        private RedisURI uri = RedisURI.create("localhost", RedisURI.DEFAULT_REDIS_PORT);
        private @Nullable SslOptions ssl;
        private String application = "strait";
        private boolean isSharded;
        private Duration commandTimeout = Duration.ofSeconds(1);

        private Builder() {}

        /**
         * Sets the server. The default is {@code redis://localhost:6379}.
         *
         * @param uri such as {@code redis://host:6379}, {@code rediss://user:password@host:6380} with TLS, or
         *     {@code redis-sentinel://host1,host2#name}
         * @throws IllegalArgumentException if the URI is not valid
         */
        public Builder uri(String uri) {
            return uri(Uris.parse(uri));
        }

        /** Sets the server, with all that a URI of Lettuce can say, such as a provider of credentials. */
        public Builder uri(RedisURI uri) {
            this.uri = Uris.copy(Objects.requireNonNull(uri, "uri"));
            return this;
        }

        /**
         * Sets the certificates for TLS. By default those of the JVM are trusted, and the node has none of its own.
         */
        public Builder sslOptions(SslOptions ssl) {
            this.ssl = Objects.requireNonNull(ssl, "ssl");
            return this;
        }

        /**
         * Names the application. Nodes of different applications do not reach each other, although they share a server. The
         * names of all pub/sub channels begin with it. The default is {@code strait}.
         *
         * @param name 1 to 32 letters, digits, hyphens and underscores
         * @throws IllegalArgumentException if it has other characters or another length
         */
        public Builder application(String name) {
            if (!APPLICATION.matcher(name).matches()) {
                throw new IllegalArgumentException("\"" + name
                        + "\" is not a valid application: use 1 to 32 letters, digits, hyphens and underscores.");
            }
            this.application = name;
            return this;
        }

        /**
         * Uses sharded pub/sub ({@code SPUBLISH}), for servers whose messages should stay within a shard. All nodes must use the
         * same kind. The default is classic pub/sub.
         */
        public Builder sharded() {
            this.isSharded = true;
            return this;
        }

        /**
         * Sets how long the server may take to answer before the connection is given up. The default is 1 s.
         *
         * @throws IllegalArgumentException if it is shorter than 100 ms or longer than 10 s
         */
        public Builder commandTimeout(Duration timeout) {
            if (timeout.compareTo(MIN_TIMEOUT) < 0 || timeout.compareTo(MAX_TIMEOUT) > 0) {
                throw new IllegalArgumentException("commandTimeout is " + timeout + "; it must be 100 ms to 10 s.");
            }
            this.commandTimeout = timeout;
            return this;
        }

        /** Builds the backplane, which connects when its hub starts it. */
        public RedisBackplane build() {
            Builder copy = new Builder();
            copy.uri = Uris.copy(uri);
            copy.ssl = ssl;
            copy.application = application;
            copy.isSharded = isSharded;
            copy.commandTimeout = commandTimeout;
            return new RedisBackplane(copy);
        }
    }
}
