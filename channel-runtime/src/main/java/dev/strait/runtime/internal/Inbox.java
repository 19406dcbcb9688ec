package dev.strait.runtime.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Runs what is to be done for one connection, one task after the other in the order of arrival, on an executor. Bounded
 * for what clients send; what the runtime itself has to do, such as the last calls of a closed connection, always fits.
 */
final class Inbox {

    private static final System.Logger LOG = System.getLogger(Inbox.class.getName());

    /** Then other connections get their turn on the thread. */
    private static final int TASKS_PER_TURN = 16;

    private final Executor executor;
    private final int capacity;

    // All mutable state is guarded by this.

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean isRunning;

    Inbox(Executor executor, int capacity) {
        this.executor = executor;
        this.capacity = capacity;
    }

    /** False if too much waits already. */
    boolean offer(Runnable task) {
        return enqueue(task, capacity);
    }

    /** For what must not be refused. */
    void add(Runnable task) {
        enqueue(task, Integer.MAX_VALUE);
    }

    private boolean enqueue(Runnable task, int most) {
        synchronized (this) {
            if (waiting.size() >= most) {
                return false;
            }
            waiting.add(task);
            if (isRunning) {
                return true;
            }
            isRunning = true;
        }
        start();
        return true;
    }

    private void start() {
        try {
            executor.execute(this::turn);
        } catch (RejectedExecutionException stopped) {
            LOG.log(System.Logger.Level.WARNING, "the handlers' executor has stopped before the hub", stopped);
        }
    }

    private void turn() {
        for (int i = 0; i < TASKS_PER_TURN; i++) {
            Runnable task;
            synchronized (this) {
                task = waiting.poll();
                isRunning = task != null;
            }
            if (task == null) {
                return;
            }
            run(task);
        }
        start();
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error unexpected) {
            LOG.log(System.Logger.Level.ERROR, "a task of a connection failed", unexpected);
        }
    }
}
