package dev.strait.runtime.internal.handshake;

import java.net.IDN;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An origin (RFC 6454) in the spelling of browsers: lower case, without a default port. Parsed as text, because
 * {@code java.net.URI} does not accept all hosts that are in use, such as those with an underscore.
 *
 * @param host the host; an IPv6 address with its brackets
 * @param port the port; -1 if the scheme has no default port and none is given
 */
record WebOrigin(String scheme, String host, int port) {

    private static final Map<String, Integer> DEFAULT_PORTS = Map.of("http", 80, "https", 443, "ws", 80, "wss", 443);
    private static final String AUTHORITY = "(\\[[0-9A-Fa-f:.]+]|[^\\s\\[\\]:/?#@,;*%\\\\\"<>^`{|}]+)(?::(\\d{1,5}))?";
    private static final Pattern ORIGIN = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://" + AUTHORITY);
    private static final Pattern HOST = Pattern.compile(AUTHORITY);

    /** Parses the value of an Origin header. Returns empty for {@code null} and everything else that is not an origin. */
    static Optional<WebOrigin> parse(String text) {
        Matcher origin = ORIGIN.matcher(text);
        return origin.matches()
                ? of(origin.group(1).toLowerCase(Locale.ROOT), origin.group(2), origin.group(3))
                : Optional.empty();
    }

    /** Returns the origin of a server as seen by a page with this scheme; empty if the Host header is invalid. */
    static Optional<WebOrigin> ofHost(String scheme, String hostHeader) {
        Matcher host = HOST.matcher(hostHeader.strip());
        return host.matches() ? of(scheme, host.group(1), host.group(2)) : Optional.empty();
    }

    private static Optional<WebOrigin> of(String scheme, String host, String portText) {
        int port = portText == null ? DEFAULT_PORTS.getOrDefault(scheme, -1) : Integer.parseInt(portText);
        if (port > 65_535) {
            return Optional.empty();
        }
        try {
            return Optional.of(new WebOrigin(scheme, ascii(host).toLowerCase(Locale.ROOT), port));
        } catch (IllegalArgumentException notAHost) {
            return Optional.empty();
        }
    }

    private static String ascii(String host) {
        boolean isAscii = host.chars().allMatch(unit -> unit < 0x80);
        return isAscii ? host : IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
    }

    /**
     * Parses an origin of the configuration, in any spelling that stands for one origin.
     *
     * @throws IllegalArgumentException if no browser sends an origin like this
     */
    static WebOrigin configured(String text) {
        String origin = text.strip();
        if (origin.isEmpty()) {
            throw refused(text, "it is blank");
        }
        if (origin.contains(",") || origin.contains(";") || origin.contains(" ")) {
            throw refused(text, "each origin is an argument of its own");
        }
        if (origin.contains("*")) {
            throw refused(text, "wildcards are not supported, except for \"*\" alone");
        }
        if (!origin.contains("://")) {
            throw refused(text, "it has no scheme");
        }
        String withoutSlash = origin.endsWith("/") ? origin.substring(0, origin.length() - 1) : origin;
        return parse(withoutSlash).orElseThrow(() -> refused(text, "it is not a scheme, a host and a port"));
    }

    private static IllegalArgumentException refused(String text, String reason) {
        return new IllegalArgumentException("\"" + text + "\" is not an origin that a browser sends: " + reason
                + ". Write it like \"https://app.example.com\" or \"http://localhost:5173\".");
    }
}
