package dev.strait.runtime.internal.connection;

import dev.strait.runtime.internal.foreign.CallFailedException;
import dev.strait.runtime.internal.handshake.HandshakeSnapshot;
import dev.strait.runtime.json.FrameException;
import dev.strait.runtime.spi.ChannelContract;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the handler's open has returned for a handshake. From then on, the handler's closed is due.
 *
 * @param room the room in the path; null if there is none
 * @param state the application's state of the connection
 * @param <S> the application's state
 * @param <R> the room key
 */
public record Opening<S, R>(@Nullable R room, S state) {

    /**
     * Calls the handler's open.
     *
     * @throws FrameException if the room in the path is invalid
     */
    public static <S, R> Opening<S, R> call(Served<S, R, ?, ?> served, HandshakeSnapshot handshake)
            throws CallFailedException {
        ChannelContract<R, ?, ?> contract = served.channel().contract();
        R room = contract.isPathBound() ? contract.codec().room(served.roomOf(handshake)) : null;
        return new Opening<>(room, served.environment().foreign().open(served.binding(), room, handshake));
    }

    /** Calls the handler's user. */
    public Optional<String> user(Served<S, R, ?, ?> served, HandshakeSnapshot handshake) throws CallFailedException {
        return served.environment().foreign().user(served.binding(), state, handshake);
    }
}
