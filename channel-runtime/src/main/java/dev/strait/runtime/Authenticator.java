package dev.strait.runtime;

/**
 * Turns the token of a client into an identity. A hub has at most one. It is called before the handler's {@code open} for
 * each client that brought a token, in its {@code $hello} frame or in an {@code Authorization: Bearer} header, and again for
 * each token that the client sends later to stay connected.
 *
 * <pre>{@code
 * ChannelHub.builder().authenticator((token, handshake) -> {
 *     Jwt jwt = decoder.decode(token);
 *     return Identity.of(jwt.subject()).withRoles(jwt.roles()).withExpiry(jwt.expiresAt());
 * })
 * }</pre>
 *
 * <p>A client without a token has the identity of its handshake, if the container has authenticated it. The handler's
 * {@code open} refuses clients that must have one.
 *
 * <p>It runs where handlers run, and may block there. A handler that is {@linkplain
 * dev.strait.runtime.spi.ChannelEndpoint#nonBlocking non-blocking} makes it run on a thread that reads sockets, where it
 * must not block. Calls for different clients run at the same time.
 */
@FunctionalInterface
public interface Authenticator {

    /**
     * Returns the identity of a client.
     *
     * @param token the token; it may be invalid in any way
     * @param handshake the request of the connection, with the principal that the container authenticated
     * @throws Refusal to refuse the client: {@code Refusal.unauthenticated(text)} for an invalid token
     */
    Identity authenticate(String token, Handshake handshake);
}
