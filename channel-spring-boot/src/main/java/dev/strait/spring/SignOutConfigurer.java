package dev.strait.spring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;

/**
 * Closes the connections of a session when its user signs out, also if the session itself lives on. Spring Security finds this
 * class in {@code META-INF/spring.factories} and adds it to each filter chain.
 */
public final class SignOutConfigurer extends AbstractHttpConfigurer<SignOutConfigurer, HttpSecurity> {

    private static final long MAX_WAIT_MILLIS = 2_000;

    /** For Spring Security. */
    public SignOutConfigurer() {}

    @Override
    public void init(HttpSecurity http) {
        @SuppressWarnings("unchecked")
        @Nullable
        LogoutConfigurer<HttpSecurity> logout = http.getConfigurer(LogoutConfigurer.class);
        ApplicationContext beans = http.getSharedObject(ApplicationContext.class);
        if (logout != null && beans != null) {
            logout.addLogoutHandler((request, response, authentication) -> endSession(request, beans));
        }
    }

    /** Waits a little, because some containers close the connections themselves when the session ends, with another code. */
    private static void endSession(HttpServletRequest request, ApplicationContext beans) {
        HttpSession session = request.getSession(false);
        SessionConnections connections =
                beans.getBeanProvider(SessionConnections.class).getIfAvailable();
        if (session != null && connections != null) {
            connections
                    .end(SessionKey.of(session))
                    .completeOnTimeout(null, MAX_WAIT_MILLIS, TimeUnit.MILLISECONDS)
                    .join();
        }
    }
}
