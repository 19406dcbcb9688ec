package dev.strait.runtime.internal.connection;

import dev.strait.runtime.internal.membership.RetentionQuota;
import dev.strait.runtime.internal.work.Inbox;

/**
 * Runs the handler's calls that concern a room: at once, or one at a time in each room if rooms have state.
 *
 * @param <R> the room key
 */
public interface SerialExecutor<R> {

    /** Returns one that runs each task at once. */
    static <R> SerialExecutor<R> immediate() {
        return (inbox, quota, room, key, task) -> task.run();
    }

    /**
     * Runs a task for a room, now or later. To be called as the last step of a task of the connection's inbox, which does
     * nothing else until this task has run.
     *
     * @param quota that of the connection, which a state that the task creates counts against
     */
    void execute(Inbox inbox, RetentionQuota quota, String room, R key, Runnable task);
}
