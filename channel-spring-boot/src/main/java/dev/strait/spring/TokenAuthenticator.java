package dev.strait.spring;

import dev.strait.runtime.Authenticator;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.Identity;
import dev.strait.runtime.Refusal;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/**
 * Authenticates the tokens of clients as a resource server does. The authorities of a token are its roles, also without the
 * prefix {@code ROLE_}; the connection ends when the token expires, unless the client sends another one.
 */
final class TokenAuthenticator implements Authenticator {

    private static final String ROLE = "ROLE_";
    private static final String EXPIRY = "exp";

    private final AuthenticationManager tokens;

    TokenAuthenticator(AuthenticationManager tokens) {
        this.tokens = tokens;
    }

    @Override
    public Identity authenticate(String token, Handshake handshake) {
        Authentication authentication = verify(token);
        if (authentication.getName() == null
                || authentication.getName().isEmpty()) { // it would be a user without a name
            throw Refusal.unauthenticated("The token has no subject.");
        }
        Identity identity = Identity.of(authentication).withRoles(roles(authentication));
        return expiry(authentication).map(identity::withExpiry).orElse(identity);
    }

    private Authentication verify(String token) {
        try {
            return tokens.authenticate(new BearerTokenAuthenticationToken(token));
        } catch (AuthenticationServiceException failure) {
            throw failure; // such as an authorization server that does not answer
        } catch (AuthenticationException | IllegalArgumentException invalid) {
            throw Refusal.unauthenticated("The token is not valid.");
        }
    }

    private static Set<String> roles(Authentication authentication) {
        Set<String> roles = new LinkedHashSet<>();
        for (GrantedAuthority authority : authentication.getAuthorities()) {
            String name = authority.getAuthority();
            if (name != null) {
                roles.add(name);
                roles.add(name.startsWith(ROLE) ? name.substring(ROLE.length()) : name);
            }
        }
        return roles;
    }

    private static Optional<Instant> expiry(Authentication authentication) {
        if (authentication.getCredentials() instanceof OAuth2Token token) {
            return Optional.ofNullable(token.getExpiresAt());
        }
        if (authentication.getPrincipal() instanceof OAuth2AuthenticatedPrincipal principal
                && principal.getAttribute(EXPIRY) instanceof Instant expiry) {
            return Optional.of(expiry);
        }
        return Optional.empty();
    }
}
