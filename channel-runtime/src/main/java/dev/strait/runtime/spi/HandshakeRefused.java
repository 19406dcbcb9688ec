package dev.strait.runtime.spi;

/**
 * Thrown while a container modifies a handshake, to refuse it. A container that answers with {@link #status()}
 * announces this with the user property {@link #ANSWERED} of the endpoint's configuration. Other containers answer with
 * an error of their own, or drop the connection.
 *
 * <p>It has no stack trace, because containers log it and clients can cause it at will.
 */
public final class HandshakeRefused extends RuntimeException {

    /** The user property by which a container announces that it answers with {@link #status()}. */
    public static final String ANSWERED = "dev.strait.handshake.refused.answered";

    /**
     * The header by which a filter of such a container passes on the address of the peer, if the container does not. It
     * replaces a header of that name from the client, and counts only together with {@link #ANSWERED}.
     */
    public static final String ADDRESS_HEADER = "Strait-Remote-Address";

    private static final long serialVersionUID = 1L;

    private final int status;

    private HandshakeRefused(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    /** Returns an exception for a web page of another origin. */
    public static HandshakeRefused forbidden() {
        return new HandshakeRefused(
                403, "The origin of the page is not allowed. Allow it with ChannelHub.builder().allowOrigins(...).");
    }

    /** Returns an exception for a handshake with another host than those that the hub allows. */
    public static HandshakeRefused wrongHost() {
        return new HandshakeRefused(
                403, "The host is not allowed. Allow it with ChannelHub.builder().allowHosts(...).");
    }

    /** Returns an exception for a path that the container accepts, but that has not the form of the channel's path. */
    public static HandshakeRefused notFound() {
        return new HandshakeRefused(404, "No channel is served at this path.");
    }

    /** Returns an exception for a handshake over the maximum rate of the node. Clients may retry after a second. */
    public static HandshakeRefused overloaded() {
        return new HandshakeRefused(503, "Too many handshakes. Retry after a second.");
    }

    /** Returns an exception for a handshake with a node that stops. Clients may retry after a second. */
    public static HandshakeRefused stopping() {
        return new HandshakeRefused(503, "The server is stopping. Retry after a second.");
    }

    /** Returns the HTTP status to answer with: 403, 404, or 503 with {@code Retry-After} (RFC 9110, section 10.2.3). */
    public int status() {
        return status;
    }
}
