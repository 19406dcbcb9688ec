package dev.strait.test;

import dev.strait.runtime.spi.WaitingExecutor;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The thread and the time that the kits of a test share: the tasks that wait to run, in lanes. The tasks of one lane run in
 * order. By default all tasks run in order; with a seed, the next one is that of a random lane.
 *
 * <p>Any thread may add tasks. They run on the threads that call the kits, which must be one at a time.
 */
final class World implements WaitingExecutor {

    /** More than any test needs without moving the clock, unless its handlers keep each other busy without end. */
    private static final int MAX_TASKS = 1_000_000;

    private static final long MAX_REAL_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long REAL_PAUSE_NANOS = TimeUnit.MICROSECONDS.toNanos(100);
    private static final long MAX_STEP_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long MAX_WAIT_NANOS = TimeUnit.HOURS.toNanos(1);

    /** When everything that waits runs by itself. */
    enum Pace {
        AFTER_EACH_STEP,
        WHEN_READ,
        MANUAL
    }

    private record Entry(Object lane, Runnable task) {}

    private final TestTime time;
    private final ManualTimer timer;
    private final OptionalLong seed;
    private final @Nullable Random random;
    private Pace pace;
    /** How many tasks run inside each other on the thread of the test. */
    private int depth;
    /** What the test's own code has thrown in a task: answers of clients, tasks of the timer. */
    private @Nullable Throwable failure;

    private long lastId;

    /** Guarded by itself. */
    private final Deque<Entry> waiting = new ArrayDeque<>();

    World(TestTime time, OptionalLong seed) {
        this.time = time;
        this.timer = time.manual();
        this.seed = seed;
        this.random = seed.isPresent() ? new Random(seed.getAsLong()) : null;
        this.pace = seed.isPresent() ? Pace.WHEN_READ : Pace.AFTER_EACH_STEP;
    }

    TestTime time() {
        return time;
    }

    /** Returns the id of a connection, which is the same in each run of a test. */
    synchronized String nextId() {
        return "connection-" + ++lastId;
    }

    void pace(Pace chosen) {
        pace = chosen;
    }

    /** Returns a sentence with the seed, for failures; empty without one. */
    String seedSentence() {
        return seed.isPresent() ? " The seed is " + seed.getAsLong() + "." : "";
    }

    void add(Object lane, Runnable task) {
        synchronized (waiting) {
            waiting.add(new Entry(lane, task));
        }
    }

    /** Returns an executor whose tasks run in order. */
    Executor lane() {
        Object lane = new Object();
        return task -> add(lane, task);
    }

    /** Adds a task with a lane of its own. */
    @Override
    public void execute(Runnable task) {
        add(task, task);
    }

    /** Called after a step of the test. */
    void stepped() {
        if (pace == Pace.AFTER_EACH_STEP) {
            settle();
        }
    }

    /** Called after a step of the test that ends with a condition, for which the clock may have to move. */
    void stepped(BooleanSupplier isOver) {
        if (pace != Pace.MANUAL) {
            runUntil(isOver, MAX_STEP_NANOS);
            settle();
        }
    }

    /** Called before the test reads what has happened. */
    void reading() {
        if (pace != Pace.MANUAL) {
            settle();
        }
    }

    /** Runs everything that waits or is due. Throws what the test's own code has thrown meanwhile. */
    void settle() {
        for (int tasks = 1; runNext(); tasks++) {
            requireRest(tasks);
        }
        throwFailure();
    }

    /** Fails the test, once the tasks that run have ended. The first failure counts. */
    void fail(Throwable thrown) {
        if (failure == null) {
            failure = thrown;
        } else if (!thrown.equals(failure)) {
            failure.addSuppressed(thrown);
        }
    }

    /** Not inside a task, where the failure would be taken for one of the handler. */
    private void throwFailure() {
        Throwable thrown = failure;
        if (depth > 0 || thrown == null) {
            return;
        }
        failure = null;
        if (thrown instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        throw thrown instanceof Error error ? error : new AssertionError(thrown);
    }

    private void requireRest(int tasks) {
        if (tasks >= MAX_TASKS) {
            throw new AssertionError("The kit does not come to rest: " + MAX_TASKS
                    + " tasks have run at one moment. Handlers or clients seem to answer each other without end."
                    + seedSentence());
        }
    }

    /** Moves the clock, and runs each timer at its time. */
    void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("The clock cannot go back by " + duration.negated() + ".");
        }
        settle();
        long target = timer.nanos() + duration.toNanos();
        while (timer.nextDue() <= target) {
            timer.moveTo(timer.nextDue());
            settle();
        }
        timer.moveTo(target);
    }

    /** The clock moves only after the other threads have had a while. */
    @Override
    public void runUntilOthers(BooleanSupplier condition, long maxNanos) {
        long since = System.nanoTime();
        while (!condition.getAsBoolean() && System.nanoTime() - since < MAX_REAL_NANOS) {
            if (runNext()) {
                since = System.nanoTime();
            } else {
                LockSupport.parkNanos(REAL_PAUSE_NANOS);
            }
        }
        runUntil(condition, maxNanos);
    }

    @Override
    public void runUntil(BooleanSupplier condition, long maxNanos) {
        long start = timer.nanos();
        long target = start + Math.min(maxNanos, MAX_WAIT_NANOS);
        int tasks = 0;
        while (!condition.getAsBoolean()) {
            if (runNext()) {
                requireRest(++tasks);
                continue;
            }
            tasks = 0;
            if (timer.nextDue() > target) {
                timer.moveTo(target);
                if (maxNanos <= MAX_WAIT_NANOS) {
                    throwFailure();
                    return;
                }
                throw new AssertionError("What is waited for did not come, although "
                        + TestTime.describe(Duration.ofNanos(MAX_WAIT_NANOS))
                        + " have passed on the clock of the test. Nothing is left to run that could complete it."
                        + seedSentence());
            }
            timer.moveTo(timer.nextDue());
        }
        throwFailure();
    }

    private boolean runNext() {
        Runnable task = next();
        if (task == null) {
            task = timer.pollDue();
        }
        if (task == null) {
            return false;
        }
        depth++;
        try {
            task.run();
        } catch (Throwable thrown) {
            fail(thrown);
        } finally {
            depth--;
        }
        Throwable ofTimer = timer.pollFailure();
        if (ofTimer != null) {
            fail(ofTimer);
        }
        return true;
    }

    private @Nullable Runnable next() {
        synchronized (waiting) {
            if (random == null || waiting.size() < 2) {
                Entry first = waiting.poll();
                return first == null ? null : first.task();
            }
            List<Entry> firsts = new ArrayList<>();
            Set<Object> lanes = new HashSet<>();
            for (Entry entry : waiting) {
                if (lanes.add(entry.lane())) {
                    firsts.add(entry);
                }
            }
            Entry chosen = firsts.get(random.nextInt(firsts.size()));
            waiting.remove(chosen);
            return chosen.task();
        }
    }
}
