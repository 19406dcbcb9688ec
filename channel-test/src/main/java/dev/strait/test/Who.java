package dev.strait.test;

import java.net.InetSocketAddress;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who connects, and with which request. By default a client that is not a web page, without a user, headers or a query.
 * Passed to {@code connect}:
 *
 * <pre>{@code
 * chat.connect("lobby", who -> who.user("bob", "admin").query("lang", "de"))
 * }</pre>
 */
public final class Who {

    private final List<String> query = new ArrayList<>();
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private @Nullable Principal principal;
    private Set<String> roles = Set.of();
    private @Nullable String token;
    private @Nullable InetSocketAddress address;
    private boolean isPlain;

    Who() {}

    /** Adds a parameter to the query of the URL. */
    public Who query(String name, String value) {
        query.add(name);
        query.add(value);
        return this;
    }

    /** Adds a header. The host is {@code localhost}, unless there is a header {@code Host}. */
    public Who header(String name, String value) {
        headers.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
        return this;
    }

    /** Sets the user whom the container has authenticated, with the roles that it grants. */
    public Who user(String name, String... granted) {
        principal = new User(name);
        roles = Set.of(granted);
        return this;
    }

    /** Sends a token in an {@code Authorization: Bearer} header. */
    public Who bearerToken(String bearerToken) {
        return header("Authorization", "Bearer " + bearerToken);
    }

    /** Sends a token in the {@code $hello} frame, as browsers do. */
    public Who token(String helloToken) {
        token = helloToken;
        return this;
    }

    /** Makes it a web page of an origin, such as {@code "https://app.example.com"}. */
    public Who origin(String origin) {
        return header("Origin", origin);
    }

    /** Sets the IP address of the client. */
    public Who remoteAddress(String ip) {
        address = new InetSocketAddress(ip, 50_000);
        return this;
    }

    /**
     * Leaves out the {@code $hello} frame, like a client that was not generated. Its {@link TestClient#id} is then unknown.
     */
    public Who plain() {
        isPlain = true;
        return this;
    }

    /** Returns the names and values of the query, in turn. */
    List<String> query() {
        return query;
    }

    Map<String, List<String>> headers() {
        headers.putIfAbsent("Host", List.of("localhost"));
        return headers;
    }

    @Nullable
    Principal principal() {
        return principal;
    }

    Set<String> roles() {
        return roles;
    }

    @Nullable
    String token() {
        return token;
    }

    @Nullable
    InetSocketAddress address() {
        return address;
    }

    boolean isPlain() {
        return isPlain;
    }

    private record User(String getName) implements Principal {}
}
