package dev.strait.runtime;

import java.time.Duration;

/**
 * Observes the events of a hub, for metrics and logging. It never receives the content of a message.
 *
 * <p>Methods run on the threads of the events: of handlers, senders, the container or the timer. They may run
 * concurrently. They must return quickly and must not block. What they throw is logged and has no other effect.
 */
public interface ChannelListener {

    /** Called when the handler has admitted a connection. */
    default void opened(ConnectionInfo connection) {}

    /** Called once for each opened connection when it has closed, has left all rooms, and its handler has returned. */
    default void closed(ConnectionInfo connection, CloseReason reason) {}

    /**
     * Called when a handshake was refused before there was a connection. A connection that the handler's {@code open}
     * refuses is reported to {@link #refused}.
     *
     * @param path the path of the endpoint, with its variables
     * @param reason {@code origin} if web pages of that origin may not connect, {@code host} if the hub
     *     {@linkplain ChannelHub.Builder#allowHosts allows} other hosts, {@code rate} if there were more than
     *     {@link Limits#maxHandshakesPerSecond()}, {@code connections} beyond {@link Limits#maxConnections()}; both also
     *     beyond the share of one address
     */
    default void handshakeRefused(String path, String reason) {}

    /**
     * Called before the handler gets a valid message.
     *
     * @param type the message's type on the wire
     */
    default void received(ConnectionInfo connection, String type) {}

    /**
     * Called when a frame, a join or, by the handler's {@code open}, a connection was refused, or when a handler failed.
     *
     * @param code the code of the error; the client gets it unless {@link Limits#maxErrorsPerSecond()} is exceeded
     */
    default void refused(ConnectionInfo connection, String code) {}

    /**
     * Called when a message was emitted on this node.
     *
     * @param channel the qualified name of the contract
     * @param type the message's type on the wire
     */
    default void emitted(String channel, String type, Delivery delivery) {}

    /**
     * Called when a connection did not take a message, because it is closing or its queue is full.
     *
     * @param type the message's type on the wire
     */
    default void dropped(ConnectionInfo connection, String type) {}

    /**
     * Called when a tick of a room with state was skipped, because the previous one had not finished.
     *
     * @param channel the qualified name of the contract
     * @param room the name of the room
     */
    default void tickSkipped(String channel, String room) {}

    /**
     * Called once when a call of the application, for a connection or a room, has been running for more than 30 s. The log
     * has its stack.
     *
     * @param channel the qualified name of the contract
     */
    default void handlerStalled(String channel, Duration time) {}

    /** Called when the server closes a connection because it is slow, idle or over a limit. {@link #closed} follows. */
    default void evicted(ConnectionInfo connection, CloseReason reason) {}
}
