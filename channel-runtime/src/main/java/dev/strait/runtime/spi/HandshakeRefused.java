package dev.strait.runtime.spi;

/**
 * Thrown while a container asks a channel about a handshake that is not to be. A container that knows this class answers
 * with the status; it says so by the user property {@link #ANSWERED} of the endpoint's configuration. Others answer with
 * an error of their own or drop the connection. It has no stack trace: containers log it, and whoever causes it is not on
 * our side.
 */
public final class HandshakeRefused extends RuntimeException {

    /** The user property of a container that answers with {@link #status()}. */
    public static final String ANSWERED = "dev.strait.handshake.refused.answered";

    private static final long serialVersionUID = 1L;

    private final int status;

    private HandshakeRefused(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    /** A web page of another origin. */
    public static HandshakeRefused forbidden() {
        return new HandshakeRefused(
                403, "A page of another origin may not connect. Allow it by ChannelHub.builder().allowOrigins.");
    }

    /** More handshakes than the node takes in a second; the client should come back after one. */
    public static HandshakeRefused overloaded() {
        return new HandshakeRefused(503, "There are too many handshakes at the moment.");
    }

    /** The HTTP status to answer with: 403, or 503 with {@code Retry-After}. */
    public int status() {
        return status;
    }
}
