package dev.strait.client;

/**
 * A message that is not sent.
 *
 * @param message the message
 * @param reason why it is not sent
 * @param <I> the messages of the client
 */
public record Dropped<I>(I message, Reason reason) {

    /** Why a message is not sent. */
    public enum Reason {
        /** It is {@linkplain dev.strait.Volatile volatile}, and could not be sent at once. */
        VOLATILE,
        /** The queue was full. */
        OVERFLOW,
        /** It waited too long. */
        EXPIRED,
        /** The client is not in the room any more, or was never let in. */
        NOT_JOINED,
        /** The client is closed. */
        CLOSED
    }
}
