package dev.strait.spring;

import dev.strait.runtime.ChannelDeploymentException;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SslOptions;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.RedisNode;
import org.springframework.data.redis.connection.RedisPassword;
import org.springframework.data.redis.connection.RedisSentinelConfiguration;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** What a connection factory knows about its server. */
final class ConnectionFactorySettings {

    private final LettuceConnectionFactory connections;

    ConnectionFactorySettings(LettuceConnectionFactory connections) {
        this.connections = connections;
    }

    /** Returns the certificates for TLS that are not those of the JVM. */
    Optional<SslOptions> ssl() {
        return connections.getClientConfiguration().getClientOptions().map(ClientOptions::getSslOptions);
    }

    RedisURI uri() {
        if (connections.isClusterAware() || connections.getSocketConfiguration() != null) {
            throw new ChannelDeploymentException(List.of(
                    "The connection factory is for a Redis Cluster or a socket file, which Strait does not support. Set"
                            + " strait.redis.uri to a single server, or to one behind a Sentinel."));
        }
        RedisSentinelConfiguration sentinel = connections.getSentinelConfiguration();
        RedisURI.Builder uri = connections.isRedisSentinelAware() && sentinel != null ? sentinel(sentinel) : server();
        return uri.withSsl(connections.isUseSsl())
                .withStartTls(connections.isStartTls())
                .withVerifyPeer(connections.getClientConfiguration().getVerifyMode())
                .build();
    }

    /** The host and the password are those of the actual configuration, which may be of any kind; its user is not known. */
    private RedisURI.Builder server() {
        RedisURI.Builder uri =
                RedisURI.builder().withHost(connections.getHostName()).withPort(connections.getPort());
        RedisStandaloneConfiguration standalone = connections.getStandaloneConfiguration();
        boolean isStandalone = standalone.getHostName().equals(connections.getHostName())
                && standalone.getPort() == connections.getPort();
        if (isStandalone) {
            authenticate(uri, standalone.getUsername(), standalone.getPassword());
        } else {
            authenticate(uri, null, RedisPassword.of(connections.getPassword()));
        }
        return uri;
    }

    private static RedisURI.Builder sentinel(RedisSentinelConfiguration sentinel) {
        RedisURI.Builder uri = RedisURI.builder()
                .withSentinelMasterId(String.valueOf(
                        Objects.requireNonNull(sentinel.getMaster()).getName()));
        for (RedisNode node : sentinel.getSentinels()) {
            RedisURI one =
                    RedisURI.create(String.valueOf(node.getHost()), node.getPortOr(RedisURI.DEFAULT_SENTINEL_PORT));
            sentinel.getSentinelPassword().toOptional().ifPresent(one::setAuthentication);
            uri.withSentinel(one);
        }
        authenticate(uri, sentinel.getUsername(), sentinel.getPassword());
        return uri;
    }

    private static void authenticate(RedisURI.Builder uri, @Nullable String user, RedisPassword password) {
        password.toOptional().ifPresent(secret -> {
            if (user == null) {
                uri.withPassword(secret);
            } else {
                uri.withAuthentication(user, secret);
            }
        });
    }
}
