package dev.strait.runtime;

/**
 * Is told what happens on a hub, for metrics and logs. Called on the threads that do the work, so it must be quick and
 * must not block; what it throws is logged and changes nothing. Never gets the content of a message.
 */
public interface ChannelListener {

    /** A connection was admitted by its handler. */
    default void opened(ConnectionInfo connection) {}

    /** An admitted connection has ended; it is in no room any more. */
    default void closed(ConnectionInfo connection, CloseReason reason) {}

    /** A valid message goes to the handler. */
    default void received(ConnectionInfo connection, String type) {}

    /** A frame or a join was refused with an error of this code, and answered so unless there were too many. */
    default void refused(ConnectionInfo connection, String code) {}

    /** A message was emitted on this node. */
    default void emitted(String channel, String type, Delivery delivery) {}

    /** A connection could not take a message: it is closing or its queue is full. */
    default void dropped(ConnectionInfo connection, String type) {}

    /** A tick of a room with state did not happen, since the one before was not over when it was due. */
    default void tickSkipped(String channel, String room) {}

    /** A connection is closed by us because it was too slow, silent or too much. */
    default void evicted(ConnectionInfo connection, CloseReason reason) {}
}
