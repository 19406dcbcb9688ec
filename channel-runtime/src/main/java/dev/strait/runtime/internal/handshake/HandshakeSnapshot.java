package dev.strait.runtime.internal.handshake;

import dev.strait.runtime.Handshake;
import dev.strait.runtime.Identity;
import jakarta.websocket.server.HandshakeRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A copy of the handshake request, because containers recycle theirs. */
public record HandshakeSnapshot(
        String path,
        @Nullable String rawQuery,
        HeaderBlock headers,
        @Nullable Principal user,
        Map<String, Boolean> roles,
        Map<String, String> attributes,
        @Nullable ClientAddress client,
        @Nullable String token,
        @Nullable Identity identity)
        implements Handshake {

    /** The user property that holds the snapshot of a session. */
    public static final String PROPERTY = "dev.strait.handshake";

    private static final Pattern STRAY_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final String BEARER = "Bearer ";

    /**
     * Copies a request.
     *
     * @param declaredRoles the roles to look up
     */
    public static HandshakeSnapshot of(
            HandshakeRequest request, Set<String> declaredRoles, Map<String, String> attributes) {
        return new HandshakeSnapshot(
                request.getRequestURI().getRawPath(),
                request.getQueryString(),
                HeaderBlock.of(request.getHeaders()),
                request.getUserPrincipal(),
                declaredRoles.stream().collect(Collectors.toUnmodifiableMap(role -> role, request::isUserInRole)),
                attributes,
                null,
                null,
                null);
    }

    /** Returns a copy with the address of the client. */
    public HandshakeSnapshot withClient(ClientAddress address) {
        return new HandshakeSnapshot(path, rawQuery, headers, user, roles, attributes, address, token, identity);
    }

    /** Returns a copy with a token that the client sent in a frame, and without the identity of an earlier one. */
    public HandshakeSnapshot withToken(String sent) {
        return new HandshakeSnapshot(path, rawQuery, headers, user, roles, attributes, client, sent, null);
    }

    /** Returns a copy with the identity that belongs to the token. */
    public HandshakeSnapshot withIdentity(Identity verified) {
        return new HandshakeSnapshot(path, rawQuery, headers, user, roles, attributes, client, token, verified);
    }

    /** Returns when the identity expires; empty if it does not, or if there is none. */
    public Optional<Instant> expiry() {
        return Optional.ofNullable(identity).flatMap(Identity::expiry);
    }

    @Override
    public Optional<String> query(String name) {
        return queryValues(name).stream().findFirst();
    }

    @Override
    public List<String> queryValues(String name) {
        return parse(rawQuery).getOrDefault(name, List.of());
    }

    @Override
    public Optional<String> header(String name) {
        return headers.values(name).stream().findFirst();
    }

    @Override
    public Optional<Principal> principal() {
        return identity == null ? Optional.ofNullable(user) : Optional.of(identity.principal());
    }

    @Override
    public boolean hasRole(String role) {
        if (identity != null) {
            return identity.roles().contains(role);
        }
        Boolean has = roles.get(role);
        if (has == null) {
            throw new IllegalStateException(
                    "The role \"" + role + "\" was not looked up during the handshake. Add it to the roles of the"
                            + " endpoint: roles(\"" + role + "\").");
        }
        return has;
    }

    @Override
    public Optional<String> bearerToken() {
        if (token != null) {
            return Optional.of(token);
        }
        return header("Authorization")
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip());
    }

    @Override
    public Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    @Override
    public Optional<String> remoteAddress() {
        return Optional.ofNullable(client).map(ClientAddress::text);
    }

    private static Map<String, List<String>> parse(@Nullable String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (query == null || query.isEmpty()) {
            return parameters;
        }
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            parameters.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
        }
        return parameters;
    }

    /** Decodes as a browser does: a percent sign without two digits stands for itself (URL Standard, section 5.1). */
    private static String decode(String text) {
        return URLDecoder.decode(STRAY_PERCENT.matcher(text).replaceAll("%25"), StandardCharsets.UTF_8);
    }

    /** Leaves out the query and the headers, which have credentials. */
    @Override
    public String toString() {
        return "handshake of " + path
                + remoteAddress().map(peer -> " from " + peer).orElse("");
    }
}
