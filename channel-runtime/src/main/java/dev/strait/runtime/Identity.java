package dev.strait.runtime;

import java.io.Serializable;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who a client is, according to its token. An {@link Authenticator} returns it. It replaces the principal and the roles of
 * the handshake as a whole. Immutable.
 *
 * <pre>{@code
 * Identity.of("ann").withRoles("bidder").withExpiry(token.expiresAt())
 * }</pre>
 */
public final class Identity {

    private final Principal principal;
    private final Set<String> roles;
    private final @Nullable Instant expiry;

    private Identity(Principal principal, Set<String> roles, @Nullable Instant expiry) {
        this.principal = principal;
        this.roles = roles;
        this.expiry = expiry;
    }

    /** Returns an identity without roles that does not expire. */
    public static Identity of(String name) {
        return of(new Named(Objects.requireNonNull(name, "name")));
    }

    /** Returns an identity without roles that does not expire. */
    public static Identity of(Principal principal) {
        return new Identity(Objects.requireNonNull(principal, "principal"), Set.of(), null);
    }

    /** Returns the same identity with these roles instead of its own. */
    public Identity withRoles(String... roles) {
        return new Identity(principal, Set.copyOf(List.of(roles)), expiry);
    }

    /** Returns the same identity with these roles instead of its own. */
    public Identity withRoles(Set<String> roles) {
        return new Identity(principal, Set.copyOf(roles), expiry);
    }

    /**
     * Returns the same identity with an expiry, by the wall clock. The client is asked for a new token a minute before.
     * Without one the connection closes with 4401 at that time.
     */
    public Identity withExpiry(Instant expiry) {
        return new Identity(principal, roles, Objects.requireNonNull(expiry, "expiry"));
    }

    /** Returns the principal, whose name is the user id by default. */
    public Principal principal() {
        return principal;
    }

    /** Returns the roles. */
    public Set<String> roles() {
        return roles;
    }

    /** Returns when the identity expires; empty if it does not. */
    public Optional<Instant> expiry() {
        return Optional.ofNullable(expiry);
    }

    /** Leaves out the roles. */
    @Override
    public String toString() {
        return "identity of " + principal.getName();
    }

    private record Named(String getName) implements Principal, Serializable {}
}
