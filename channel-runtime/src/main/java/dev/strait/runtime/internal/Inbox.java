package dev.strait.runtime.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Runs what is to be done for one connection, or in one room with state, one task after the other. What clients send is
 * bounded and runs in the order of arrival. Events of the runtime's own (joined, left and closed by others than the client)
 * always fit and come before what clients sent: a message must not be handled in a room before the handler has heard of
 * the room.
 */
final class Inbox {

    private static final Log LOG = Log.of(Inbox.class);

    /** Then other connections get their turn on the thread. */
    private static final int TASKS_PER_TURN = 16;

    private enum Phase {
        IDLE,
        RUNNING,
        /** The task that runs has asked for no other to follow. */
        SUSPENDING,
        SUSPENDED
    }

    private final Executor clientExecutor;
    private final Executor executor;
    private final int capacity;

    // All mutable state is guarded by this.

    /** Null while there are none, which is nearly always. */
    private @Nullable Deque<Runnable> events;

    private final Deque<Runnable> waiting = new ArrayDeque<>(1);
    private Phase phase = Phase.IDLE;

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

    /** For tasks of several connections, without a bound; to be used with {@link #runOrAdd} and events. */
    static Inbox shared(Executor executor) {
        return new Inbox(executor, executor, Integer.MAX_VALUE);
    }

    /** Runs a task on its caller's thread, if nothing runs or waits, and nothing else there; after all else if not. */
    void runOrAdd(Runnable task) {
        boolean isNow;
        synchronized (this) {
            isNow = phase == Phase.IDLE && events == null && waiting.isEmpty();
            if (isNow) {
                phase = Phase.RUNNING;
            } else {
                waiting.add(task);
            }
        }
        if (!isNow) {
            runEvents();
            return;
        }
        run(task);
        if (!isIdle()) {
            start(executor);
        }
    }

    /** For what a client sent; false if too much waits already. */
    boolean offer(Runnable task) {
        synchronized (this) {
            if (waiting.size() >= capacity) {
                return false;
            }
            waiting.add(task);
            if (phase != Phase.IDLE) {
                return true;
            }
            phase = Phase.RUNNING;
        }
        start(clientExecutor);
        return true;
    }

    /** Runs a task after all that a client has sent: now, on this thread, if nothing of that waits. */
    void runLast(Runnable task) {
        synchronized (this) {
            if (!waiting.isEmpty()) {
                waiting.add(task);
                return;
            }
        }
        task.run();
    }

    /** Takes an event without running it, so that it may be called with a lock held; {@link #runEvents()} follows. */
    synchronized void addEvent(Runnable event) {
        if (events == null) {
            events = new ArrayDeque<>(1);
        }
        events.add(event);
    }

    /** Takes an event, and runs it where all turns but a client's begin. */
    void runEvent(Runnable event) {
        synchronized (this) {
            addEvent(event);
            if (phase != Phase.IDLE) {
                return;
            }
            phase = Phase.RUNNING;
        }
        start(executor);
    }

    /** Runs what waits, if nothing runs. Also called by the timer, for the case that the executor was once full. */
    void runEvents() {
        synchronized (this) {
            if (phase != Phase.IDLE || (events == null && waiting.isEmpty())) {
                return;
            }
            phase = Phase.RUNNING;
        }
        start(executor);
    }

    /** For the task that runs: what it has begun goes on elsewhere, and nothing else runs until {@link #resume}. */
    synchronized void suspend() {
        phase = Phase.SUSPENDING;
    }

    /** Ends what {@link #suspend} began; on any thread, also before the task has returned. */
    void resume() {
        synchronized (this) {
            boolean goesOn = phase == Phase.SUSPENDING;
            phase = Phase.RUNNING;
            if (goesOn) {
                return; // the turn that ran the task does
            }
        }
        start(executor);
    }

    private synchronized boolean isSuspended() {
        if (phase == Phase.SUSPENDING) {
            phase = Phase.SUSPENDED;
        }
        return phase == Phase.SUSPENDED;
    }

    private void start(Executor on) {
        try {
            on.execute(this::turn);
        } catch (Throwable full) { // rejected, or there are no more threads
            synchronized (this) {
                phase = Phase.IDLE;
            }
            LOG.warning("The handlers' executor rejected a task; it is tried again within a second.", full);
        }
    }

    private void turn() {
        for (int i = 0; i < TASKS_PER_TURN; i++) {
            Runnable task = next();
            if (task == null) {
                return;
            }
            run(task);
            if (isSuspended()) {
                return;
            }
        }
        if (!isIdle()) {
            start(executor);
        }
    }

    private synchronized boolean isIdle() {
        if (events == null && waiting.isEmpty()) {
            phase = Phase.IDLE;
        }
        return phase == Phase.IDLE;
    }

    private synchronized @Nullable Runnable next() {
        Runnable task = events == null ? waiting.poll() : events.poll();
        if (events != null && events.isEmpty()) {
            events = null;
        }
        phase = task == null ? Phase.IDLE : Phase.RUNNING;
        return task;
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (Throwable unexpected) {
            LOG.error("A task of a connection failed.", unexpected);
        }
    }
}
