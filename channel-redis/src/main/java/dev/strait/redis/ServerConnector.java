package dev.strait.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SslOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.protocol.ProtocolVersion;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Connects to one server, which a Sentinel may name. */
final class ServerConnector implements Connector {

    private static final RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    private final ClientResources resources;
    private final RedisClient client;
    private final RedisURI uri;

    /**
     * Creates the connector; it connects on demand.
     *
     * @param uri not changed by anything else from now on
     * @param name by which the server lists the connections, if the URI has none
     * @param ssl null for that of the JVM
     */
    ServerConnector(RedisURI uri, String name, @Nullable SslOptions ssl) {
        this.uri = uri;
        uri.setTimeout(CONNECT_TIMEOUT);
        if (uri.getClientName() == null) {
            uri.setClientName(name);
        }
        this.resources = DefaultClientResources.builder()
                .ioThreadPoolSize(2)
                .computationThreadPoolSize(2)
                .build();
        this.client = RedisClient.create(resources);
        ClientOptions.Builder options = ClientOptions.builder()
                .autoReconnect(false) // a resubscription by Lettuce cannot be awaited
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .replayFilter(command -> true)
                .requestQueueSize(2 * RedisBackplane.MAX_IN_FLIGHT) // never reached
                .timeoutOptions(TimeoutOptions.create()) // see Progress
                .protocolVersion(ProtocolVersion.RESP3)
                .socketOptions(
                        SocketOptions.builder().connectTimeout(CONNECT_TIMEOUT).build());
        if (ssl != null) {
            options.sslOptions(ssl);
        }
        client.setOptions(options.build());
    }

    @Override
    public String server() {
        String scheme = uri.isSsl() ? "rediss" : "redis";
        return uri.getSentinels().isEmpty()
                ? scheme + "://" + uri.getHost() + ":" + uri.getPort()
                : scheme + "-sentinel://"
                        + uri.getSentinels().stream()
                                .map(each -> each.getHost() + ":" + each.getPort())
                                .collect(Collectors.joining(","))
                        + "#" + uri.getSentinelMasterId();
    }

    @Override
    public CompletionStage<StatefulRedisConnection<String, byte[]>> connect() {
        return client.connectAsync(CODEC, uri);
    }

    @Override
    public CompletionStage<StatefulRedisPubSubConnection<String, byte[]>> connectPubSub() {
        return client.connectPubSubAsync(CODEC, uri);
    }

    @Override
    public void close() {
        CompletableFuture<Void> unused = client.shutdownAsync(0, 1, TimeUnit.SECONDS)
                .whenComplete((done, failure) -> {
                    Future<Boolean> unusedToo = resources.shutdown(0, 1, TimeUnit.SECONDS);
                });
    }
}
