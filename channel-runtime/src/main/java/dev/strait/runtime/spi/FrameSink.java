package dev.strait.runtime.spi;

import java.util.concurrent.Executor;

/**
 * A socket that takes frames as they stand on the wire, for a container that has event loops and no need of the Jakarta
 * API to write to one. It puts it into the user property {@link #PROPERTY} of the endpoint's configuration while the
 * handshake is modified. Pings, pongs and close frames still go through the session.
 */
public interface FrameSink {

    /** Where a session carries its sink. */
    String PROPERTY = "dev.strait.frames";

    /** Runs tasks on the thread of this socket's loop, after what the loop is reading now. The same object for all sockets of a loop. */
    Executor loop();

    /** The same, but not before the loop has looked at its sockets again. */
    Executor later();

    /**
     * Writes all frames of a batch. Called on the loop's thread, and the next time only after the last was reported. Must
     * not block.
     */
    void write(FrameBatch frames, WriteCallback report);

    /**
     * Lets text messages that came in one frame go to a receiver instead of the session; all others still go to the session,
     * in their order with these. Called once, while the session opens, on the loop; the receiver is called on the loop too.
     *
     * @param maxBytes messages with more go to the session
     */
    void receive(TextReceiver receiver, int maxBytes);

    /** Whether the socket is a TLS one. */
    boolean isSecure();

    /** Drops the socket without ceremony, if it is still there after so long. Any thread. */
    void abortAfter(long millis);
}
