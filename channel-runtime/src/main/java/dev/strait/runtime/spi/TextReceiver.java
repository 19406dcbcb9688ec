package dev.strait.runtime.spi;

/** Receives the text messages of one connection. */
@FunctionalInterface
public interface TextReceiver {

    /**
     * Called for each complete message.
     *
     * @param utf8 the message in well-formed UTF-8; it belongs to the receiver
     */
    void text(byte[] utf8);

    /** Called before the session closes with a code for which the container reports another one. */
    default void closeCode(int code) {}

    /** Called when a frame has begun to arrive, but not all of it. Called again if another frame is then incomplete. */
    default void frameBegan() {}

    /** Called when the incomplete frame has arrived, and no other one has begun. */
    default void frameEnded() {}

    /**
     * Called when the peer sends nothing more, although it has not sent a close frame. It may still read. The receiver
     * closes the connection, once everything is answered.
     */
    default void inputEnded() {}
}
