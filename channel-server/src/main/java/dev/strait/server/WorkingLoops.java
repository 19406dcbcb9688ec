package dev.strait.server;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.EventExecutorChooserFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Gives each new socket to an event loop, in turn, that works. All loops report regularly that they run. One that does not
 * for some time, because a task blocks it or its thread has ended, gets no new sockets until it runs again; a loop of its own
 * takes its place. Safe for all threads.
 */
final class WorkingLoops implements EventExecutorChooserFactory, EventExecutorChooserFactory.EventExecutorChooser {

    private static final System.Logger LOG = System.getLogger(WorkingLoops.class.getName());

    private final Supplier<? extends EventExecutor> newLoop;
    private final long periodNanos;
    private final long maxSilenceNanos;
    private final AtomicInteger turn = new AtomicInteger();
    private final ConcurrentHashMap<EventExecutor, EventExecutor> replacements = new ConcurrentHashMap<>();
    private volatile List<Report> reports = List.of();

    /**
     * Creates the choice.
     *
     * @param newLoop creates and starts a loop that takes the place of another one
     * @param periodNanos the time between two reports
     * @param maxSilenceNanos the time without a report after which a loop is replaced
     */
    WorkingLoops(Supplier<? extends EventExecutor> newLoop, long periodNanos, long maxSilenceNanos) {
        this.newLoop = newLoop;
        this.periodNanos = periodNanos;
        this.maxSilenceNanos = maxSilenceNanos;
    }

    @Override
    public EventExecutorChooser newChooser(EventExecutor[] loops) {
        List<Report> all = new ArrayList<>();
        for (EventExecutor loop : loops) {
            all.add(new Report(loop, System.nanoTime()));
        }
        reports = List.copyOf(all);
        for (Report report : all) {
            Future<?> unused = report.loop.scheduleWithFixedDelay(
                    () -> report.run(reports), periodNanos, periodNanos, TimeUnit.NANOSECONDS);
        }
        return this;
    }

    @Override
    public EventExecutor next() {
        List<Report> all = reports;
        Report report = all.get(Math.floorMod(turn.getAndIncrement(), all.size()));
        return report.isSilent ? replacements.computeIfAbsent(report.loop, silent -> newLoop.get()) : report.loop;
    }

    /** Whether all loops run. */
    boolean areRunning() {
        return reports.stream().noneMatch(report -> report.isSilent);
    }

    /**
     * What is known of one loop. Each loop judges the others. It does so only once it has run regularly itself for as long as
     * they may be silent, so that nothing is judged by a pause of the whole process.
     */
    private final class Report {

        private final EventExecutor loop;
        private volatile long ranAt;
        private volatile boolean isSilent;
        /** Since when it has run regularly. Used by the loop only. */
        private long regularSince;

        Report(EventExecutor loop, long now) {
            this.loop = loop;
            this.ranAt = now;
            this.regularSince = now;
        }

        /** Runs on the loop. */
        void run(List<Report> all) {
            long now = System.nanoTime();
            if (now - ranAt > maxSilenceNanos / 2) {
                regularSince = now;
            }
            ranAt = now;
            if (isSilent) {
                isSilent = false;
                LOG.log(System.Logger.Level.WARNING, "An event loop runs again: " + loop);
            }
            if (now - regularSince >= maxSilenceNanos) {
                all.forEach(other -> other.judge(now));
            }
        }

        private synchronized void judge(long now) {
            if (now - ranAt > maxSilenceNanos && !isSilent) {
                isSilent = true;
                LOG.log(
                        System.Logger.Level.ERROR,
                        "An event loop does not run, and gets no new connections: " + loop
                                + ". A non-blocking handler may block it, or its thread has ended.");
            }
        }
    }
}
