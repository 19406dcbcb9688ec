package dev.strait.servlet;

import dev.strait.runtime.spi.HandshakeRefused;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Answers handshakes that Strait refuses: 403, or 503 with {@code Retry-After}. Otherwise the container would answer 500 and
 * log a stack trace. It must be in front of the container's own filter for WebSockets, and the configurations of the endpoints
 * must have the user property {@link HandshakeRefused#ANSWERED}. Other requests pass unchanged.
 */
public final class HandshakeFilter implements Filter {

    private static final String RETRY_SECONDS = "1";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest handshake
                && response instanceof HttpServletResponse answer
                && "websocket".equalsIgnoreCase(handshake.getHeader("Upgrade"))) {
            // Containers pass a configurator nothing else of the request.
            String peer = handshake.getRemoteAddr();
            pass(new RequestWithHeader(handshake, HandshakeRefused.ADDRESS_HEADER, peer), answer, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException thrown) {
            HandshakeRefused refused = refusedIn(thrown);
            if (refused == null || response.isCommitted()) {
                throw thrown;
            }
            response.reset();
            if (refused.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
                response.setHeader("Retry-After", RETRY_SECONDS);
            }
            // Not sendError: the error page of the application may need a login, and would answer with another status.
            response.setStatus(refused.status());
            response.flushBuffer();
        }
    }

    /** Containers wrap exceptions of a configurator. */
    private static @Nullable HandshakeRefused refusedIn(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof HandshakeRefused refused) {
                return refused;
            }
        }
        return null;
    }
}
