package dev.strait.runtime.spi;

import java.util.concurrent.Executor;

/**
 * A socket that takes frames in wire format. A container with event loops, which does not need the Jakarta API to
 * write, puts one into the user property {@link #PROPERTY} of the endpoint's configuration while the handshake is
 * modified. Pings, pongs and close frames still go through the session.
 */
public interface FrameSink {

    /** The user property that holds the sink of a session. */
    String PROPERTY = "dev.strait.frames";

    /**
     * Returns an executor that runs tasks on the event loop of this socket, after its current task. All sockets of a
     * loop return the same object.
     */
    Executor loop();

    /**
     * Returns an executor that runs tasks on the event loop of this socket, after the loop has polled its sockets
     * again.
     */
    Executor later();

    /**
     * Writes all frames of a batch. Called on the event loop, and only after the previous write has called back. Must
     * not block.
     */
    void write(FrameBatch frames, WriteCallback callback);

    /**
     * Passes unfragmented text messages to a receiver instead of the session. All other messages still go to the
     * session, in order with these. Called once, on the event loop, while the session opens.
     *
     * @param receiver called on the event loop
     * @param maxBytes the maximum size of a message for the receiver; larger ones go to the session
     */
    void receive(TextReceiver receiver, int maxBytes);

    /**
     * Stops reading, so that TCP holds the peer back. If the receiver calls it, its current call is the last one until
     * {@link #resumeReading}. What has arrived is kept. Any thread.
     */
    void pauseReading();

    /** Continues to read. Any thread. */
    void resumeReading();

    /** Returns whether the socket uses TLS. */
    boolean isSecure();

    /**
     * Closes the socket without a closing handshake if it is still open after this time, in milliseconds. Any thread.
     */
    void abortAfter(long millis);
}
