package dev.strait.test;

/** Why an ask of a client has no answer: the server has refused it, or the handler has failed. */
public final class RefusedAsk extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ErrorFrame error;

    RefusedAsk(ErrorFrame error) {
        super(error.toString());
        this.error = error;
    }

    /** Returns the error frame. */
    public ErrorFrame error() {
        return error;
    }
}
