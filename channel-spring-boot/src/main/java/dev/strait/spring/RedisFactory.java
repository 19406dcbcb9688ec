package dev.strait.spring;

import dev.strait.redis.RedisBackplane;
import dev.strait.runtime.ChannelDeploymentException;
import dev.strait.runtime.spi.Backplane;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** Creates the backplane from properties. */
final class RedisFactory {

    private static final int MAX_NAME = 32;

    private final StraitProperties.Redis redis;
    private final @Nullable String applicationName;

    RedisFactory(StraitProperties properties, Environment environment) {
        this.redis = properties.redis() == null ? new StraitProperties.Redis(null, null, false) : properties.redis();
        this.applicationName = environment.getProperty("spring.application.name");
    }

    boolean hasUri() {
        return redis.uri() != null;
    }

    Backplane ofUri() {
        RedisBackplane.Builder backplane = builder();
        try {
            return backplane.uri(String.valueOf(redis.uri())).build();
        } catch (IllegalArgumentException invalid) {
            throw new ChannelDeploymentException(List.of("strait.redis.uri is not valid: " + invalid.getMessage()));
        }
    }

    Backplane of(ConnectionFactorySettings settings) {
        RedisBackplane.Builder backplane = builder().uri(settings.uri());
        settings.ssl().ifPresent(backplane::sslOptions);
        return backplane.build();
    }

    private RedisBackplane.Builder builder() {
        RedisBackplane.Builder backplane = RedisBackplane.builder();
        if (redis.sharded()) {
            backplane.sharded();
        }
        if (redis.application() != null) {
            try {
                backplane.application(redis.application());
            } catch (IllegalArgumentException invalid) {
                throw new ChannelDeploymentException(
                        List.of("strait.redis.application is not valid: " + invalid.getMessage()));
            }
        } else if (applicationName != null && !applicationName.isBlank()) {
            backplane.application(valid(applicationName));
        }
        return backplane;
    }

    /** Returns a name that the backplane allows. A changed one has a hash, so that it differs from that of other names. */
    private static String valid(String name) {
        String allowed = name.replaceAll("[^A-Za-z0-9_-]", "-");
        if (allowed.equals(name) && name.length() <= MAX_NAME) {
            return name;
        }
        String hash = String.format(Locale.ROOT, "-%08x", name.hashCode());
        return allowed.substring(0, Math.min(allowed.length(), MAX_NAME - hash.length())) + hash;
    }
}
