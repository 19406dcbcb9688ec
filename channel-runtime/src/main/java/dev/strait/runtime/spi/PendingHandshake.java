package dev.strait.runtime.spi;

import java.util.function.IntConsumer;

/**
 * A handshake about which the application decides before the connection is upgraded, so that a client that is refused gets
 * an HTTP status. A container that supports this puts {@link #SUPPORTED} into the user properties of the endpoint's
 * configuration while the handshake is modified, and catches the {@link Required} that it may cause. When the application
 * has accepted the handshake, the container upgrades it anew, with this object as the user property {@link #PROPERTY}.
 */
public interface PendingHandshake {

    /** The user property by which a container announces that it supports this. */
    String SUPPORTED = "dev.strait.handshake.pending.supported";

    /** The user property that holds a handshake that was accepted. */
    String PROPERTY = "dev.strait.handshake.pending";

    /** The status of a handshake that is accepted. */
    int ACCEPTED = 101;

    /**
     * Asks the application. Called once, on the event loop.
     *
     * @param decided called once, on any thread, with {@link #ACCEPTED} or with the status to answer
     */
    void decide(IntConsumer decided);

    /**
     * Ends a handshake that is not upgraded, although it was accepted or may still be: the client has gone, or waited for
     * too long. Any thread.
     */
    void abandon();

    /** Thrown while a container modifies a handshake about which the application decides. It has no stack trace. */
    final class Required extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient PendingHandshake handshake;

        /** Creates an exception for a handshake. */
        public Required(PendingHandshake handshake) {
            super("The application decides about this handshake.", null, false, false);
            this.handshake = handshake;
        }

        /** Returns the handshake. */
        public PendingHandshake handshake() {
            return handshake;
        }
    }
}
