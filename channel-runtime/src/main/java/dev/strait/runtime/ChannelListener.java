package dev.strait.runtime;

import java.time.Duration;
import java.util.Optional;

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
     * Called when the handler has handled a message.
     *
     * @param type the message's type on the wire
     * @param time how long the call took, on the clock of the hub
     * @param error the code of the error that the client got: that of the handler's {@link Refusal}, or {@code internal} if
     *     the handler failed; empty without an error
     */
    default void handled(ConnectionInfo connection, String type, Duration time, Optional<String> error) {}

    /**
     * Called when a connection has become a member of a room, before the handler's {@code joined}.
     *
     * @param room the name of the room
     */
    default void joined(ConnectionInfo connection, String room) {}

    /**
     * Called when a connection has left a room, also because it has closed, before the handler's {@code left}.
     *
     * @param room the name of the room
     */
    default void left(ConnectionInfo connection, String room) {}

    /**
     * Called when the server has asked a client.
     *
     * @param type the message's type on the wire
     */
    default void asked(ConnectionInfo connection, String type) {}

    /**
     * Called when an ask of the server has ended.
     *
     * @param type the type of the ask on the wire
     * @param time the time since the ask, on the clock of the hub
     * @param outcome {@code ok} if the client has answered, {@code refused} if it has refused, {@code invalid} if its answer
     *     violates the contract, {@code timeout}, {@code closed} if the connection has closed, {@code cancelled} if the
     *     application has cancelled the result
     */
    default void answered(ConnectionInfo connection, String type, Duration time, String outcome) {}

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
     * has its stack, and the connection or the room.
     *
     * @param channel the qualified name of the contract
     * @param method the method that was called, such as {@code message}; see
     *     {@link dev.strait.runtime.spi.HandlerInterceptor.Call#method}
     */
    default void handlerStalled(String channel, String method, Duration time) {}

    /**
     * Called within half a second when more than half of a connection's queue is used, because its client reads slowly, and
     * when the queue is empty again.
     *
     * @param messages those that wait; 0 if the queue is empty again
     * @param bytes those of the messages that wait or are being written, with 64 for each message
     */
    default void backlog(ConnectionInfo connection, int messages, long bytes) {}

    /** Called when the hub begins to close its connections, because it stops. */
    default void draining(int connections) {}

    /**
     * Called when the connections are closed and their handlers have returned.
     *
     * @param forced the number of connections that did not end in time
     */
    default void drained(int forced) {}

    /**
     * Called when the server closes a connection because it is slow, idle or over a limit. The connection has left its
     * rooms; {@link #closed} follows.
     */
    default void evicted(ConnectionInfo connection, CloseReason reason) {}

    /**
     * Called on events of the backplane, which connects the hub to other nodes: also for each message to and from them.
     *
     * @see ChannelHub#backplane
     */
    default void backplane(BackplaneEvent event) {}
}
