package dev.strait.war;

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
 * log a stack trace. It is in front of the container's own filter for WebSockets.
 */
final class RefusedHandshakes implements Filter {

    private static final String RETRY_SECONDS = "1";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            ServletRequest passed = request instanceof HttpServletRequest http ? new AddressedRequest(http) : request;
            chain.doFilter(passed, response);
        } catch (ServletException | RuntimeException thrown) {
            HandshakeRefused refused = refusedIn(thrown);
            if (refused == null || response.isCommitted() || !(response instanceof HttpServletResponse http)) {
                throw thrown;
            }
            http.reset();
            if (refused.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
                http.setHeader("Retry-After", RETRY_SECONDS);
            }
            http.sendError(refused.status());
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
