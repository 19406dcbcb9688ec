package dev.strait.runtime.internal.connection;

import dev.strait.runtime.spi.TextFrame;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A join or a leave, which is reported to the client and the handler. The handler is called at once, in the client's
 * own task, or by an event of the inbox: if the server caused the change, if other changes have not been reported yet,
 * or if the task has continued meanwhile.
 */
final class RoomChange implements Runnable {

    private enum Report {
        UNDECIDED,
        /** The task of the client reports it. */
        NOW,
        /** An event reports it. */
        BY_EVENT
    }

    private final LiveConnection<?, ?, ?, ?> connection;
    private final @Nullable TextFrame frame;
    private final Runnable event;
    private final AtomicReference<Report> report;

    private RoomChange(
            LiveConnection<?, ?, ?, ?> connection, @Nullable TextFrame frame, Runnable event, Report report) {
        this.connection = connection;
        this.frame = frame;
        this.event = event;
        this.report = new AtomicReference<>(report);
    }

    /** Returns a change that a task of the inbox makes for the client. The task then calls {@link #tryReportNow}. */
    static RoomChange byClient(LiveConnection<?, ?, ?, ?> connection, @Nullable TextFrame frame, Runnable event) {
        return new RoomChange(connection, frame, event, Report.UNDECIDED);
    }

    /** Returns a change that the server makes, on any thread. */
    static RoomChange byServer(LiveConnection<?, ?, ?, ?> connection, @Nullable TextFrame frame, Runnable event) {
        return new RoomChange(connection, frame, event, Report.BY_EVENT);
    }

    /** Called in the order of the changes, with no lock held. */
    @Override
    public void run() {
        connection.send(frame);
        boolean isNow =
                connection.membership().isReportedCompletely() && report.compareAndSet(Report.UNDECIDED, Report.NOW);
        if (!isNow) {
            report.set(Report.BY_EVENT);
            connection.membership().addReport();
            connection.inbox().runEvent(() -> {
                connection.membership().beginReport();
                event.run();
            });
        }
    }

    /** Returns true if the calling task has to report the change. If it has not happened yet, an event will. */
    boolean tryReportNow() {
        return !report.compareAndSet(Report.UNDECIDED, Report.BY_EVENT) && report.get() == Report.NOW;
    }
}
