package dev.strait.client;

import dev.strait.runtime.spi.codec.PercentEncoding;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Where a client connects to. */
final class Address {

    private static final int MAX_PORT = 65_535;

    private final String url;

    /**
     * Creates an address.
     *
     * @param base the base URL of the server
     * @param path the path of the channel, in percent-encoded form
     */
    Address(URI base, String path) {
        this.url = root(base) + path;
    }

    /**
     * Checks the base URL of a server.
     *
     * @throws IllegalArgumentException if a server cannot have this URL
     */
    static URI requireBase(URI base) {
        String scheme = base.getScheme() == null ? "" : base.getScheme().toLowerCase(Locale.ROOT);
        if (base.getPort() > MAX_PORT) {
            throw new IllegalArgumentException(base.getPort() + " is not a port.");
        }
        if (base.getHost() == null && base.getRawAuthority() != null) {
            throw new IllegalArgumentException("\"" + base.getRawAuthority()
                    + "\" is not the name of a host. It has letters, digits, hyphens and dots, but no underscore.");
        }
        if (base.getHost() == null || !List.of("http", "https", "ws", "wss").contains(scheme)) {
            throw new IllegalArgumentException(
                    "\"" + base
                            + "\" is not the URL of a server. Use one such as \"https://example.com\" or \"ws://localhost:8080/app\".");
        }
        return base;
    }

    private static String root(URI base) {
        String scheme = base.getScheme().toLowerCase(Locale.ROOT);
        String path = base.getRawPath() == null ? "" : base.getRawPath();
        while (path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        return scheme.replace("http", "ws") + "://" + base.getRawAuthority() + path;
    }

    /** Returns the URI of a handshake. */
    URI with(Map<String, String> query) {
        String pairs = query.entrySet().stream()
                .map(pair ->
                        PercentEncoding.encode(pair.getKey()) + "=" + PercentEncoding.encode(pair.getValue()) + "&")
                .collect(Collectors.joining());
        return URI.create(url + "?" + pairs + "hello=1");
    }
}
