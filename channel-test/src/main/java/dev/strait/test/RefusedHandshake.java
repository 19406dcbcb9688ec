package dev.strait.test;

import java.util.Optional;

/** Thrown by {@code connect} when the server does not accept the client. */
public final class RefusedHandshake extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Optional<ErrorFrame> error;

    RefusedHandshake(int status, String text, Optional<ErrorFrame> error, HandlerFailures failures) {
        super(
                status + " " + text + error.map(frame -> ": " + frame).orElse("") + failures.sentence(),
                failures.first());
        this.status = status;
        this.error = error;
    }

    /**
     * Returns the status of the handshake, such as 403 for a web page of another origin; or the close code if the server
     * accepted the handshake and then closed the connection, such as 4401 if the handler's {@code open} refused it.
     */
    public int status() {
        return status;
    }

    /** Returns the error frame that came before the close; empty if there was none. */
    public Optional<ErrorFrame> error() {
        return error;
    }
}
