package dev.strait.spring;

import dev.strait.runtime.Authenticator;
import java.util.Optional;

/** How tokens of clients are verified, if the application has beans for that. */
@FunctionalInterface
interface TokenVerification {

    Optional<Authenticator> authenticator();
}
