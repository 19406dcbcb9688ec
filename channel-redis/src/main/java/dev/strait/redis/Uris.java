package dev.strait.redis;

import io.lettuce.core.RedisURI;
import java.util.regex.Pattern;

/** Copies URIs of Lettuce, which can be changed. Its own builder leaves out Sentinels. */
final class Uris {

    /** A name, an IPv4 or an IPv6 address. */
    private static final Pattern HOST = Pattern.compile("[^:\\s]+|\\[?[0-9A-Fa-f]*(:[0-9A-Fa-f.%]*){2,}]?");

    private Uris() {}

    /**
     * Parses a URI. The texts of Lettuce do not say what is expected, and contain the password.
     *
     * @throws IllegalArgumentException it is not valid
     */
    static RedisURI parse(String text) {
        RedisURI uri = null;
        try {
            uri = RedisURI.create(text);
        } catch (RuntimeException invalid) {
            // see below
        }
        if (uri == null || !isComplete(uri)) {
            throw new IllegalArgumentException(
                    "The URI of the server is not valid. Use redis://host:port, rediss://user:password@host:port or"
                            + " redis-sentinel://host1,host2#name, and percent-encode special characters of a password, such"
                            + " as %40 for @.");
        }
        return uri;
    }

    private static boolean isComplete(RedisURI uri) {
        boolean hasHost = uri.getHost() != null && HOST.matcher(uri.getHost()).matches();
        return hasHost || uri.getSocket() != null || !uri.getSentinels().isEmpty();
    }

    static RedisURI copy(RedisURI uri) {
        RedisURI copy = uri.getSentinels().isEmpty() && uri.getSentinelMasterId() == null
                ? RedisURI.builder(uri).build()
                : ofSentinels(uri);
        copy.setTimeout(uri.getTimeout());
        return copy;
    }

    private static RedisURI ofSentinels(RedisURI uri) {
        RedisURI.Builder copy = RedisURI.builder().withSentinelMasterId(uri.getSentinelMasterId());
        uri.getSentinels().forEach(copy::withSentinel);
        RedisURI built = copy.withSsl(uri).withAuthentication(uri).build();
        built.setClientName(uri.getClientName());
        built.setDatabase(uri.getDatabase());
        return built;
    }
}
