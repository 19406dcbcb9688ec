package dev.strait.runtime.internal.work;

import dev.strait.runtime.internal.foreign.ForeignCode;
import dev.strait.runtime.internal.foreign.Log;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * Runs the tasks of one connection, or of one room with state, one at a time. Client tasks are bounded and run in the order
 * of arrival. Events of the runtime itself, such as a join or a close by the server, always fit and run before the client
 * tasks that wait: a message must not be handled in a room before the handler knows of the join.
 */
public final class Inbox {

    private static final Log LOG = Log.of(Inbox.class);

    private static final AtomicReferenceFieldUpdater<Inbox, @Nullable Thread> RUNNER =
            AtomicReferenceFieldUpdater.newUpdater(Inbox.class, Thread.class, "runner");

    /** The number of tasks after which other connections get the thread. */
    private static final int TASKS_PER_RUN = 16;

    private enum Phase {
        IDLE,
        RUNNING,
        /** The running task has asked that no other follows it. */
        SUSPENDING,
        SUSPENDED
    }

    /**
     * The settings that many inboxes share.
     *
     * @param clientExecutor starts a run that a client's frame caused; it may run it on the calling thread
     * @param executor starts all other runs
     * @param capacity the maximum number of client tasks that wait
     */
    public record Settings(ForeignCode foreign, Executor clientExecutor, Executor executor, int capacity) {

        /** Returns settings without a bound, for an inbox that serves several connections by {@link #runOrAdd}. */
        public static Settings unbounded(ForeignCode foreign, Executor executor) {
            return new Settings(foreign, executor, executor, Integer.MAX_VALUE);
        }
    }

    private final Settings settings;

    // All mutable state is guarded by this. No task and no executor is called while it is held.

    /** Null while there are none, which is nearly always. */
    private @Nullable Deque<Runnable> events;

    private final Deque<Runnable> waiting = new ArrayDeque<>(1);
    private Phase phase = Phase.IDLE;

    // Written by the thread of a run, read by the timer.

    /** The thread that runs a task; null while none runs. */
    private volatile @Nullable Thread runner;
    /** Counts the tasks, and overflows in the end. Visible to the timer once it sees a runner. */
    private int taskCount;

    public Inbox(Settings settings) {
        this.settings = settings;
    }

    /** Runs a task on the calling thread if nothing runs or waits; otherwise after everything else. */
    public void runOrAdd(Runnable task) {
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
        if (!becameIdle()) {
            start(settings.executor());
        }
    }

    /** Adds a client task. Returns false if the inbox is full. */
    public boolean offer(Runnable task) {
        synchronized (this) {
            if (waiting.size() >= settings.capacity()) {
                return false;
            }
            waiting.add(task);
            if (phase != Phase.IDLE) {
                return true;
            }
            phase = Phase.RUNNING;
        }
        start(settings.clientExecutor());
        return true;
    }

    /** Runs a task after all client tasks: now, on this thread, if none waits. */
    public void runLast(Runnable task) {
        synchronized (this) {
            if (!waiting.isEmpty()) {
                waiting.add(task);
                return;
            }
        }
        task.run();
    }

    /** Adds an event without starting a run, for a task of this inbox or a caller that calls {@link #runEvents}. */
    public synchronized void addEvent(Runnable event) {
        if (events == null) {
            events = new ArrayDeque<>(1);
        }
        events.add(event);
    }

    /** Adds an event before all others, for what continues a task that has suspended this. */
    public synchronized void addEventFirst(Runnable event) {
        if (events == null) {
            events = new ArrayDeque<>(1);
        }
        events.addFirst(event);
    }

    /** Adds an event, and starts a run if none is active. */
    public void runEvent(Runnable event) {
        addEvent(event);
        runEvents();
    }

    /** Starts a run if tasks wait and none is active. The timer also calls it, in case an executor was once full. */
    public void runEvents() {
        synchronized (this) {
            if (phase != Phase.IDLE || (events == null && waiting.isEmpty())) {
                return;
            }
            phase = Phase.RUNNING;
        }
        start(settings.executor());
    }

    /** Called by the running task: its work continues elsewhere, and no other task runs until {@link #resume}. */
    public synchronized void suspend() {
        phase = Phase.SUSPENDING;
    }

    /** Ends what {@link #suspend} began; on any thread, also before the task has returned. */
    public void resume() {
        synchronized (this) {
            boolean isTaskRunning = phase == Phase.SUSPENDING;
            phase = Phase.RUNNING;
            if (isTaskRunning) {
                return; // its run continues
            }
        }
        start(settings.executor());
    }

    /** Whether a task has suspended it and has not resumed it yet. */
    public synchronized boolean isSuspended() {
        return phase == Phase.SUSPENDING || phase == Phase.SUSPENDED;
    }

    private synchronized boolean becameSuspended() {
        if (phase == Phase.SUSPENDING) {
            phase = Phase.SUSPENDED;
        }
        return phase == Phase.SUSPENDED;
    }

    private void start(Executor executor) {
        Throwable rejection = settings.foreign().execute(executor, this::runSome);
        if (rejection != null) {
            synchronized (this) {
                phase = Phase.IDLE;
            }
            settings.foreign().reportRejection(rejection);
        }
    }

    private void runSome() {
        for (int i = 0; i < TASKS_PER_RUN; i++) {
            Runnable task = next();
            if (task == null) {
                return;
            }
            run(task);
            if (becameSuspended()) {
                return;
            }
        }
        if (!becameIdle()) {
            start(settings.executor());
        }
    }

    private synchronized boolean becameIdle() {
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

    /** A task that leaves the interrupt status of the thread set must not interrupt the next one on the thread. */
    private void run(Runnable task) {
        boolean wasInterrupted = Thread.currentThread().isInterrupted();
        taskCount++;
        RUNNER.lazySet(this, Thread.currentThread()); // the timer may see it late
        try {
            task.run();
        } catch (Throwable unexpected) {
            LOG.error("A task of a connection failed.", unexpected);
        } finally {
            RUNNER.lazySet(this, null);
            if (!wasInterrupted && Thread.currentThread().isInterrupted()) {
                clearInterrupt();
            }
        }
    }

    @SuppressWarnings("ThreadInterrupted") // clears it on purpose
    private static void clearInterrupt() {
        boolean wasSet = Thread.interrupted();
        LOG.debug("A task left the interrupt status of its thread " + (wasSet ? "set." : "unset."), null);
    }

    /** Returns the thread that runs a task; null while none runs. */
    public @Nullable Thread runner() {
        return runner;
    }

    /** Returns a number that changes with each task. */
    int taskCount() {
        return taskCount;
    }
}
