package dev.strait.runtime.internal.work;

import dev.strait.runtime.internal.foreign.ForeignCode;
import dev.strait.runtime.internal.foreign.Log;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Reports calls of the application that run for long, each once and with its stack. For the timer only. */
public final class StalledTasks {

    private static final Log LOG = Log.of(StalledTasks.class);

    private static final long MAX_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final ForeignCode foreign;
    /** The tasks that ran at the last tick, by their inbox. */
    private Map<Inbox, Running> before = new HashMap<>();
    /** Those that have been found running in this tick. */
    private Map<Inbox, Running> running = new HashMap<>();

    private record Running(int task, long since, boolean isReported) {}

    public StalledTasks(ForeignCode foreign) {
        this.foreign = foreign;
    }

    /**
     * Checks whether an inbox has been running the same task for too long.
     *
     * @param owner what the inbox belongs to, for the log: {@code connection} or {@code room}
     * @param name the id of the connection, or the name of the room
     */
    public void check(Inbox inbox, String channel, String owner, String name, long now) {
        Thread thread = inbox.runner();
        if (thread == null) {
            return;
        }
        int task = inbox.taskCount();
        Running known = before.get(inbox);
        if (known == null || known.task() != task) {
            running.put(inbox, new Running(task, now, false));
            return;
        }
        boolean isLong = now - known.since() > MAX_NANOS;
        running.put(inbox, new Running(task, known.since(), isLong));
        if (isLong && !known.isReported()) {
            report(thread, channel, owner + " " + name, Duration.ofNanos(now - known.since()));
        }
    }

    /** Called after all inboxes have been checked. */
    public void endTick() {
        Map<Inbox, Running> empty = before;
        empty.clear();
        before = running;
        running = empty;
    }

    private void report(Thread thread, String channel, String owner, Duration time) {
        Throwable stack = new Throwable("The stack of thread " + thread.getName() + ":");
        stack.setStackTrace(thread.getStackTrace());
        LOG.warning(
                "The handler of " + channel + " has been running for more than " + time.toSeconds() + " s, " + owner
                        + ". Messages of the same connection or room wait for it.",
                stack);
        String method = ForeignCode.calledMethod(stack.getStackTrace());
        foreign.notifyListeners(listener -> listener.handlerStalled(channel, method, time));
    }

    /** Starts all measurements again. */
    public void forget() {
        before.clear();
        running.clear();
    }
}
