package dev.strait.runtime.internal.handshake;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides for which hosts the server answers. A page whose own name has been pointed at the server (DNS rebinding) has the
 * same origin as the server, but another host.
 */
public final class Hosts {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final Pattern PORT = Pattern.compile(":\\d*$");

    /** Hosts, with a port where only that one is meant; empty if all hosts are allowed. */
    private final Set<String> allowed = new HashSet<>();

    /**
     * Creates the check.
     *
     * @param allowed the hosts to allow; none for all of them
     * @throws IllegalArgumentException if one of them can never match
     */
    public Hosts(Collection<String> allowed) {
        for (String host : allowed) {
            this.allowed.add(configured(host));
        }
    }

    /**
     * Returns whether a request for this host is answered.
     *
     * @param host the Host header; null if absent
     */
    public boolean accepts(@Nullable String host) {
        if (allowed.isEmpty()) {
            return true;
        }
        if (host == null) {
            return false;
        }
        String name = host.strip().toLowerCase(Locale.ROOT);
        return allowed.contains(name) || allowed.contains(PORT.matcher(name).replaceFirst(""));
    }

    private static String configured(String text) {
        Optional<WebOrigin> host = WebOrigin.ofHost("any", text);
        if (host.isEmpty()) {
            throw new IllegalArgumentException("\"" + text + "\" is not a host as the Host header has it. Write it like"
                    + " \"chat.example.com\", \"localhost:8080\" or \"[::1]\".");
        }
        int port = host.get().port();
        if (port == HTTP || port == HTTPS) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not a host as browsers send it: they leave out the port " + port
                            + ". Name the host alone, which stands for any port.");
        }
        return port < 0 ? host.get().host() : host.get().host() + ":" + port;
    }
}
