package dev.strait.runtime;

import java.security.Principal;
import java.util.List;
import java.util.Optional;

/** The HTTP request that a connection began with. Immutable; it may be read on any thread and at any time. */
public interface Handshake {

    /** The first value of a query parameter, percent- and plus-decoded. */
    Optional<String> query(String name);

    /** All values of a query parameter in their order; empty where there is none. */
    List<String> queryValues(String name);

    /** The first value of a header; names are case-insensitive. */
    Optional<String> header(String name);

    /** Who the container authenticated, if it did. */
    Optional<Principal> principal();

    /**
     * Whether the container gave the principal this role.
     *
     * @throws IllegalStateException the endpoint did not name it by {@code roles(...)}, so it was not looked up
     */
    boolean hasRole(String role);

    /** The bearer token of the {@code Authorization} header, if there is one. */
    Optional<String> bearerToken();

    /** The path of the request, without the query. */
    String path();

    /** The peer's address, where the container tells it. */
    Optional<String> remoteAddress();
}
