package dev.strait.runtime.internal.handshake;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which web pages may connect: those of the server's own host and port, and those that were allowed by name. Without it
 * any page could use the cookies of its visitors (CWE-1385). A request without an Origin does not come from a page.
 */
public final class Origins {

    private final Set<String> allowed;

    public Origins(Set<String> allowed) {
        this.allowed = allowed;
    }

    /**
     * Whether a page of this origin may connect.
     *
     * @param isSecure whether the server itself was asked by TLS; then a page that was not is another origin
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
            int usual = page.getScheme().equals("https") ? 443 : 80;
            URI server = new URI("any://" + host);
            return page.getHost()
                            .toLowerCase(Locale.ROOT)
                            .equals(String.valueOf(server.getHost()).toLowerCase(Locale.ROOT))
                    && port(page, usual) == port(server, usual);
        } catch (URISyntaxException noOrigin) {
            return false; // "null", or something that no browser sends
        }
    }

    private static int port(URI uri, int usual) {
        return uri.getPort() < 0 ? usual : uri.getPort();
    }
}
