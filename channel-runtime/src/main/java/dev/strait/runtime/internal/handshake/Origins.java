package dev.strait.runtime.internal.handshake;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides which web pages may connect: those of the server's own host and port, and those that were allowed explicitly.
 * Without this check, any page could use the cookies of its visitors (CWE-1385). Requests without an Origin header do
 * not come from web pages.
 */
public final class Origins {

    private final Set<String> allowed;

    public Origins(Set<String> allowed) {
        this.allowed = allowed;
    }

    /**
     * Returns whether a page of this origin may connect.
     *
     * @param origins the values of the Origin header; several are refused
     * @param host the Host header; null if absent
     * @param isSecure whether the server uses TLS; a page without TLS then has another origin
     */
    public boolean accepts(List<String> origins, @Nullable String host, boolean isSecure) {
        if (origins.isEmpty() || allowed.contains("*")) {
            return origins.size() < 2;
        }
        String origin = origins.get(0);
        return origins.size() == 1 && (allowed.contains(origin) || isSame(origin, host, isSecure));
    }

    private static boolean isSame(String origin, @Nullable String host, boolean isSecure) {
        if (host == null) {
            return false;
        }
        try {
            URI page = new URI(origin);
            if (page.getHost() == null
                    || page.getScheme() == null
                    || (isSecure && !page.getScheme().equals("https"))) {
                return false;
            }
            int defaultPort = page.getScheme().equals("https") ? 443 : 80;
            URI server = new URI("any://" + host);
            return page.getHost()
                            .toLowerCase(Locale.ROOT)
                            .equals(String.valueOf(server.getHost()).toLowerCase(Locale.ROOT))
                    && port(page, defaultPort) == port(server, defaultPort);
        } catch (URISyntaxException invalidOrigin) {
            return false; // "null", or a value that browsers do not send
        }
    }

    private static int port(URI uri, int defaultPort) {
        return uri.getPort() < 0 ? defaultPort : uri.getPort();
    }
}
