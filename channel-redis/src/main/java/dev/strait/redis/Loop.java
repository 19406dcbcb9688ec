package dev.strait.redis;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;

/** The thread of a backplane, which runs short tasks one at a time. */
final class Loop extends ScheduledThreadPoolExecutor {

    /** Creates the thread. Tasks that come after {@link #shutdown} are dropped, because they are about ended sessions. */
    Loop() {
        super(
                1,
                task -> {
                    Thread thread = new Thread(task, "strait-redis");
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.DiscardPolicy());
        setRemoveOnCancelPolicy(true);
        setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }
}
