package dev.strait.runtime.internal;

/** When the handler's calls that concern a room are made. Tasks of a connection's inbox ask, as the last thing they do. */
interface Turns<R> {

    /** At once. */
    static <R> Turns<R> atOnce() {
        return (connection, room, key, call) -> call.run();
    }

    /** Makes a call in its turn. The connection's inbox does nothing else before it was made. */
    void take(LiveConnection<?, R, ?, ?> connection, String room, R key, Runnable call);
}
