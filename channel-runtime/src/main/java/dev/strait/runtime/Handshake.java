package dev.strait.runtime;

import java.security.Principal;
import java.util.List;
import java.util.Optional;

/**
 * The HTTP request that opened a connection, with the identity of its client. It is a copy: immutable, and readable on any
 * thread at any time. When the client sends a new token, the connection gets another one. Its {@code toString} has the path and the address, but neither the query nor headers, which may contain credentials.
 */
public interface Handshake {

    /** Returns the first value of a query parameter, with percent signs and plus signs decoded. */
    Optional<String> query(String name);

    /** Returns all decoded values of a query parameter, in their order; empty if it is absent. */
    List<String> queryValues(String name);

    /** Returns the first value of a header. Names are case-insensitive. */
    Optional<String> header(String name);

    /**
     * Returns the principal of the identity that the hub's {@link Authenticator} returned, or else the principal that the
     * container authenticated, if any.
     */
    Optional<Principal> principal();

    /**
     * Returns whether the principal has a role: that of the identity that the hub's {@link Authenticator} returned, or else
     * one that the container grants.
     *
     * @throws IllegalStateException if there is no such identity, and the endpoint did not declare the role with {@code
     *     roles(...)}, so it was not looked up
     */
    boolean hasRole(String role);

    /**
     * Returns the latest token that the client sent in a {@code $hello} or {@code $auth} frame, or else that of an {@code
     * Authorization: Bearer} header (RFC 6750, section 2.1), if present.
     */
    Optional<String> bearerToken();

    /** Returns the path of the request, not decoded and without the query. */
    String path();

    /**
     * Returns an attribute that a framework has added with {@link ChannelHub.Builder#handshakeAttributes}. Clients cannot set
     * attributes.
     */
    default Optional<String> attribute(String name) {
        return Optional.empty();
    }

    /**
     * Returns the IP address of the client, if the container provides it. Behind a proxy it is that of the proxy, unless
     * {@link ChannelHub.Builder#trustForwardedHeaders} names the proxy.
     */
    Optional<String> remoteAddress();
}
