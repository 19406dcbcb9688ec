package dev.strait.runtime.internal.connection;

import java.util.concurrent.CompletionStage;

/** The connections of a node, whether admitted or not, until nothing of them is left to do. */
public interface Registry {

    /** Records that a connection has lost its socket while its handler still has work. */
    void noteDisconnected();

    /** Whether one more connection without a socket may wait for its handler. */
    boolean hasRoomForDisconnected();

    /** Removes a connection that has neither a socket nor work. */
    void forget(LiveConnection<?, ?, ?, ?> connection);

    /** Returns a stage that completes when a connection is forgotten. */
    CompletionStage<Void> ended(LiveConnection<?, ?, ?, ?> connection);
}
