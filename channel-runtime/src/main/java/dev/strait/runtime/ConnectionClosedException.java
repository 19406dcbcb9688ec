package dev.strait.runtime;

/** What was asked of a client will not be answered: its connection has closed, or was too slow to take the question. */
public final class ConnectionClosedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient CloseReason reason;

    /** The connection has closed for that reason. */
    public ConnectionClosedException(CloseReason reason) {
        super("The connection has closed: " + reason.code() + " " + reason.text(), null, false, false);
        this.reason = reason;
    }

    /** Why it closed. */
    public CloseReason reason() {
        return reason;
    }
}
