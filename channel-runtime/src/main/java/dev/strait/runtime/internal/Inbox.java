package dev.strait.runtime.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Runs what is to be done for one connection, one task after the other. What clients send is bounded and runs in the
 * order of arrival. Events of the runtime's own (joined, left and closed by others than the client) always fit and come
 * before what clients sent: a message must not be handled in a room before the handler has heard of the room.
 */
final class Inbox {

    private static final System.Logger LOG = System.getLogger(Inbox.class.getName());

    /** Then other connections get their turn on the thread. */
    private static final int TASKS_PER_TURN = 16;

    private final Executor clientExecutor;
    private final Executor executor;
    private final int capacity;

    // All mutable state is guarded by this.

    /** Null while there are none, which is nearly always. */
    private @Nullable Deque<Runnable> events;

    private final Deque<Runnable> waiting = new ArrayDeque<>(1);
    private boolean isRunning;

    /**
     * An empty inbox.
     *
     * @param clientExecutor where a turn begins that a client's frame has caused; may be the caller's own thread
     * @param executor where all other turns begin
     */
    Inbox(Executor clientExecutor, Executor executor, int capacity) {
        this.clientExecutor = clientExecutor;
        this.executor = executor;
        this.capacity = capacity;
    }

    /** For what a client sent; false if too much waits already. */
    boolean offer(Runnable task) {
        synchronized (this) {
            if (waiting.size() >= capacity) {
                return false;
            }
            waiting.add(task);
            if (isRunning) {
                return true;
            }
            isRunning = true;
        }
        start(clientExecutor);
        return true;
    }

    /** Takes an event without running it, so that it may be called with a lock held; {@link #runEvents()} follows. */
    synchronized void addEvent(Runnable event) {
        if (events == null) {
            events = new ArrayDeque<>(1);
        }
        events.add(event);
    }

    /** Runs what waits, if nothing runs. Also called by the timer, for the case that the executor was once full. */
    void runEvents() {
        synchronized (this) {
            if (isRunning || (events == null && waiting.isEmpty())) {
                return;
            }
            isRunning = true;
        }
        start(executor);
    }

    private void start(Executor on) {
        try {
            on.execute(this::turn);
        } catch (RejectedExecutionException full) {
            synchronized (this) {
                isRunning = false;
            }
            LOG.log(System.Logger.Level.WARNING, "the handlers' executor takes no more; trying again later", full);
        }
    }

    private void turn() {
        for (int i = 0; i < TASKS_PER_TURN; i++) {
            Runnable task = next();
            if (task == null) {
                return;
            }
            run(task);
        }
        start(executor);
    }

    private synchronized @Nullable Runnable next() {
        Runnable task = events == null ? waiting.poll() : events.poll();
        if (events != null && events.isEmpty()) {
            events = null;
        }
        isRunning = task != null;
        return task;
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error unexpected) {
            LOG.log(System.Logger.Level.ERROR, "a task of a connection failed", unexpected);
        }
    }
}
