package dev.strait.runtime.internal.connection;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.internal.foreign.CallFailedException;
import dev.strait.runtime.internal.handshake.HandshakeSnapshot;
import dev.strait.runtime.internal.protocol.ErrorAnswer;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges a new token of an open connection. It may not change the user. Runs in the connection's inbox. */
final class Reauthentication<S, R, I, O> {

    private static final CloseReason REFUSED = new CloseReason(4401, "unauthenticated");
    private static final ErrorAnswer OTHER_USER =
            ErrorAnswer.of("unauthenticated", "The token is for another user. Connect again to change the user.");

    private final LiveConnection<S, R, I, O> connection;

    Reauthentication(LiveConnection<S, R, I, O> connection) {
        this.connection = connection;
    }

    /** Replaces the identity of the connection, or closes it. */
    void judge(@Nullable String correlation, String token) {
        HandshakeSnapshot before = connection.handshake();
        try {
            HandshakeSnapshot after = verified(before, token);
            if (!nameOf(before).equals(nameOf(after))) {
                connection.errors().send(correlation, OTHER_USER);
                connection.close(REFUSED);
                return;
            }
            connection
                    .environment()
                    .foreign()
                    .reauthenticated(
                            connection.served().binding(), connection.session().view(), token);
            connection.setHandshake(after);
        } catch (CallFailedException failure) {
            connection.errors().failed(correlation, failure);
            connection.close(HandlerSession.closeReason(failure, "authentication failed"));
        }
    }

    /** Without an authenticator nothing has verified the token, so the handshake stays as it was. */
    private HandshakeSnapshot verified(HandshakeSnapshot before, String token) throws CallFailedException {
        boolean hasAuthenticator = connection.environment().authenticator() != null;
        return hasAuthenticator ? Opening.identified(connection.served(), before.withToken(token)) : before;
    }

    private Optional<String> nameOf(HandshakeSnapshot handshake) throws CallFailedException {
        Principal principal = handshake.principal().orElse(null);
        return principal == null
                ? Optional.empty()
                : Optional.of(connection.environment().foreign().nameOf(principal));
    }
}
