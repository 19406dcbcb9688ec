package dev.strait.runtime.internal.connection;

import dev.strait.runtime.Authenticator;
import dev.strait.runtime.Identity;
import dev.strait.runtime.internal.foreign.CallFailedException;
import dev.strait.runtime.internal.handshake.HandshakeSnapshot;
import dev.strait.runtime.json.FrameException;
import dev.strait.runtime.spi.ChannelContract;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the handler's open has returned for a handshake. From then on, the handler's closed is due.
 *
 * @param id the id of the connection
 * @param handshake the handshake, with the identity of its token
 * @param room the room in the path; null if there is none
 * @param state the application's state of the connection
 * @param <S> the application's state
 * @param <R> the room key
 */
public record Opening<S, R>(
        String id, HandshakeSnapshot handshake, @Nullable R room, S state) {

    /**
     * Calls the authenticator, if there is a token, and then the handler's open.
     *
     * @throws FrameException if the room in the path is invalid
     */
    public static <S, R> Opening<S, R> call(Served<S, R, ?, ?> served, String id, HandshakeSnapshot handshake)
            throws CallFailedException {
        HandshakeSnapshot identified = identified(served, handshake);
        ChannelContract<R, ?, ?> contract = served.channel().contract();
        R room = contract.isPathBound() ? contract.codec().room(served.roomOf(handshake)) : null;
        S state = served.environment().foreign().open(served.binding(), room, id, identified);
        return new Opening<>(id, identified, room, state);
    }

    /** Calls the authenticator, if there is one and a token. */
    static HandshakeSnapshot identified(Served<?, ?, ?, ?> served, HandshakeSnapshot handshake)
            throws CallFailedException {
        Authenticator authenticator = served.environment().authenticator();
        String token = handshake.bearerToken().orElse(null);
        if (authenticator == null || token == null) {
            return handshake;
        }
        Instant now = Instant.ofEpochMilli(served.environment().wallMillis());
        Identity identity = served.environment().foreign().authenticate(authenticator, token, handshake, now);
        return handshake.withIdentity(identity);
    }

    /** Calls the handler's user. */
    public Optional<String> user(Served<S, R, ?, ?> served) throws CallFailedException {
        return served.environment().foreign().user(served.binding(), state, id, handshake);
    }
}
