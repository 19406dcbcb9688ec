package dev.strait.runtime.spi;

import jakarta.websocket.server.HandshakeRequest;
import java.util.Map;

/**
 * Keeps more of a handshake request than {@link dev.strait.runtime.Handshake} does, for frameworks: the session of the client,
 * or the trace that the request belongs to. Called on the container's thread, within the filters of the request; it must be
 * fast. What it throws makes the handshake fail.
 *
 * @see dev.strait.runtime.ChannelHub.Builder#handshakeAttributes
 */
@FunctionalInterface
@SuppressWarnings("exports") // its users have the Jakarta API; modules of clients must not need it
public interface HandshakeAttributes {

    /** Returns attributes of a request, which stay with the connection; see {@link dev.strait.runtime.Handshake#attribute}. */
    Map<String, String> read(HandshakeRequest request);
}
