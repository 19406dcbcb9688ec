package dev.strait.test;

import dev.strait.runtime.spi.codec.PercentEncoding;
import jakarta.websocket.server.HandshakeRequest;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The request of a virtual client.
 *
 * @param path the path, in percent-encoded form
 * @param query the names and values of the query, in turn
 */
record KitRequest(String path, List<String> query, Who who) implements HandshakeRequest {

    @Override
    public Map<String, List<String>> getHeaders() {
        return who.headers();
    }

    @Override
    public @Nullable Principal getUserPrincipal() {
        return who.principal();
    }

    @Override
    public URI getRequestURI() {
        return URI.create("ws://localhost" + path);
    }

    @Override
    public boolean isUserInRole(String role) {
        return who.roles().contains(role);
    }

    @Override
    public @Nullable Object getHttpSession() {
        return null;
    }

    /** The runtime reads the query itself. */
    @Override
    public Map<String, List<String>> getParameterMap() {
        return Map.of();
    }

    @Override
    public @Nullable String getQueryString() {
        StringJoiner pairs = new StringJoiner("&");
        for (int i = 0; i < query.size(); i += 2) {
            pairs.add(PercentEncoding.encode(query.get(i)) + "=" + PercentEncoding.encode(query.get(i + 1)));
        }
        return query.isEmpty() ? null : pairs.toString();
    }
}
