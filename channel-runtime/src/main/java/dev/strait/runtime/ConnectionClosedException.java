package dev.strait.runtime;

/** Thrown when a client disconnects before it answers an ask, or when its queue is too full to take the ask. */
public final class ConnectionClosedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient CloseReason reason;

    /** Creates an exception for a connection that closed for this reason. */
    public ConnectionClosedException(CloseReason reason) {
        super(
                "The connection closed before the client answered: " + reason.code() + " " + reason.text(),
                null,
                false,
                false);
        this.reason = reason;
    }

    /** Returns the reason for which the connection closed. */
    public CloseReason reason() {
        return reason;
    }
}
