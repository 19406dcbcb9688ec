package dev.strait.runtime.internal.handshake;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides which web pages may connect: those of the server's own host and port, and those that were allowed explicitly.
 * Without this check, any page could use the cookies of its visitors (CWE-1385). Requests without an Origin header do
 * not come from web pages.
 */
public final class Origins {

    private static final String ANY = "*";
    /** The origin of pages without one, such as local files. */
    private static final String OPAQUE = "null";

    private final Set<WebOrigin> allowed = new HashSet<>();
    private final boolean allowsAny;
    private final boolean allowsOpaque;

    /**
     * Creates the check.
     *
     * @param allowed the origins to allow; {@code *} for all, {@code null} for pages without one
     * @throws IllegalArgumentException if one of them can never match
     */
    public Origins(Collection<String> allowed) {
        this.allowsAny = allowed.contains(ANY);
        this.allowsOpaque = allowed.contains(OPAQUE);
        for (String origin : allowed) {
            if (!origin.equals(ANY) && !origin.equals(OPAQUE)) {
                this.allowed.add(WebOrigin.configured(origin));
            }
        }
    }

    /**
     * Returns whether a page of this origin may connect.
     *
     * @param origins the values of the Origin header; several are refused
     * @param host the Host header; null if absent
     * @param isSecure whether the server uses TLS; a page without TLS then has another origin
     */
    public boolean accepts(List<String> origins, @Nullable String host, boolean isSecure) {
        if (origins.isEmpty() || allowsAny) {
            return origins.size() < 2;
        }
        if (origins.size() > 1) {
            return false;
        }
        if (origins.get(0).equals(OPAQUE)) {
            return allowsOpaque;
        }
        Optional<WebOrigin> page = WebOrigin.parse(origins.get(0));
        return page.isPresent() && (allowed.contains(page.get()) || isSame(page.get(), host, isSecure));
    }

    /** A server without TLS may be behind a proxy that ends TLS, so pages with and without TLS are its own. */
    private static boolean isSame(WebOrigin page, @Nullable String host, boolean isSecure) {
        boolean isWebPage =
                page.scheme().equals("https") || (!isSecure && page.scheme().equals("http"));
        return isWebPage
                && host != null
                && WebOrigin.ofHost(page.scheme(), host).equals(Optional.of(page));
    }
}
