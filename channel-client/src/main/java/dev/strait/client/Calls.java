package dev.strait.client;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The calls into the application: one at a time, in order, on its executor. Whatever one throws is logged. */
final class Calls {

    private static final Logger LOGGER = System.getLogger("dev.strait.client");

    private final Executor executor;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean isRunning;
    /** Whether the executor has refused the calls, which is logged once until it accepts them. */
    private boolean isRefused;

    Calls(Executor executor) {
        this.executor = executor;
    }

    /** Adds a call. It is made after {@link #start}. */
    synchronized void add(Runnable call) {
        waiting.add(call);
    }

    /** Makes the calls that wait, unless that is under way. Called without a lock, because it may make them itself. */
    void start() {
        synchronized (this) {
            if (isRunning || waiting.isEmpty()) {
                return;
            }
            isRunning = true;
        }
        try {
            executor.execute(this::drain);
        } catch (Throwable refused) { // the calls wait for the next attempt
            refused(refused);
        }
    }

    private synchronized void refused(Throwable cause) {
        isRunning = false;
        if (!isRefused) {
            isRefused = true;
            LOGGER.log(
                    Level.ERROR,
                    "The executor for handlers has refused a call. It waits for the next event of the client.",
                    cause);
        }
    }

    private void drain() {
        for (Runnable call = next(); call != null; call = next()) {
            try {
                call.run();
            } catch (Throwable thrown) {
                LOGGER.log(Level.ERROR, "A handler has thrown an exception.", thrown);
            }
        }
    }

    private synchronized @Nullable Runnable next() {
        isRefused = false;
        Runnable call = waiting.poll();
        isRunning = call != null;
        return call;
    }
}
