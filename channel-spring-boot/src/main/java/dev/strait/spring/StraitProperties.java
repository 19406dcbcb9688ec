package dev.strait.spring;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties that begin with {@code strait.}.
 *
 * @param enabled Whether the hub is created and the handlers are served.
 * @param allowOrigins Origins of web pages that may connect, beside the server's own. "*" allows all.
 * @param allowHosts Hosts that handshakes may name. By default all.
 * @param trustForwardedHeaders Addresses or networks of proxies whose X-Forwarded headers count.
 * @param executor Executor of handlers: "own" for Strait's, "application" for the application's task executor, or the name of a
 *     bean.
 * @param limits Limits of the hub and of all connections.
 * @param channels Settings of single channels, by the qualified name of the contract: strait.channels[com.acme.Chat].path.
 * @param server An embedded server for applications without servlets.
 * @param node Name of this node in logs and metrics. By default an id that is new with each start.
 * @param redis Connection to other nodes over Redis or Valkey.
 */
@ConfigurationProperties(prefix = "strait", ignoreUnknownFields = false)
record StraitProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue List<String> allowOrigins,
        @DefaultValue List<String> allowHosts,
        @DefaultValue List<String> trustForwardedHeaders,
        @DefaultValue("own") String executor,
        @Nullable LimitsProperties limits,
        @DefaultValue Map<String, ChannelProperties> channels,
        @Nullable Server server,
        @Nullable String node,
        @Nullable Redis redis) {

    /**
     * The embedded server beside a WebFlux application.
     *
     * @param port Port to listen on; 0 for a free one.
     * @param host Host name or address to bind.
     */
    record Server(@Nullable Integer port, @Nullable String host) {}

    /**
     * The connection to other nodes, for applications with channel-redis.
     *
     * @param uri Server, such as redis://host:6379 or rediss://user:password@host:6380. By default that of the application's
     *     LettuceConnectionFactory.
     * @param application Name that the nodes of this application share. By default spring.application.name.
     * @param sharded Whether sharded pub/sub is used.
     */
    record Redis(
            @Nullable String uri,
            @Nullable String application,
            @DefaultValue("false") boolean sharded) {}

    /** Returns the drain timeout that is set. */
    @Nullable
    Duration drainTimeout() {
        return limits == null ? null : limits.drainTimeout();
    }
}
