package dev.strait.spring;

import dev.strait.runtime.Handshake;
import dev.strait.runtime.Refusal;
import dev.strait.runtime.spi.HandlerInterceptor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/**
 * Makes the client the current user of Spring Security while its handler runs, so that {@code @PreAuthorize} works. What Spring
 * Security denies is refused as {@code forbidden} or {@code unauthenticated}.
 */
final class SecurityContextInterceptor implements HandlerInterceptor {

    private final SecurityContextHolderStrategy contexts;

    SecurityContextInterceptor(SecurityContextHolderStrategy contexts) {
        this.contexts = contexts;
    }

    @Override
    public @Nullable Object around(Call call, Next next) {
        SecurityContext previous = contexts.getContext();
        SecurityContext context = contexts.createEmptyContext();
        call.handshake().flatMap(SecurityContextInterceptor::authentication).ifPresent(context::setAuthentication);
        contexts.setContext(context);
        try {
            return next.proceed();
        } catch (AccessDeniedException denied) {
            throw context.getAuthentication() == null
                    ? Refusal.unauthenticated("Sign in first.")
                    : Refusal.forbidden("You are not allowed to do this.");
        } catch (AuthenticationServiceException failure) {
            throw failure; // not a mistake of the client
        } catch (AuthenticationException denied) {
            throw Refusal.unauthenticated("Sign in first.");
        } finally {
            contexts.setContext(previous);
        }
    }

    /** Spring Security's principal of a request is the authentication itself, and so is that of {@link TokenAuthenticator}. */
    private static Optional<Authentication> authentication(Handshake handshake) {
        return handshake.principal().filter(Authentication.class::isInstance).map(Authentication.class::cast);
    }
}
