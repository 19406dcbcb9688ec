package dev.strait.runtime.internal.connection;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Excess;
import dev.strait.runtime.internal.membership.Membership.Admission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Admits a connection whose user may have the maximum number already. Depending on the endpoint, the oldest connection is
 * closed, which may be this one if its handler took long to open it; or this one waits until the others have answered a
 * ping, and those that do not are closed. Runs in the inbox of this connection, which is suspended while it waits.
 */
final class UserLimit {

    private static final CloseReason TOO_MANY = new CloseReason(1008, "Max connections per user exceeded");
    private static final CloseReason NO_ANSWER = new CloseReason(1001, "no answer to a ping");
    private static final long CHECK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long MAX_WAIT_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** Compares differences, because the clock may overflow. */
    private static final Comparator<LiveConnection<?, ?, ?, ?>> BY_AGE =
            (a, b) -> Long.signum(a.sinceNanos() - b.sinceNanos());

    private final LiveConnection<?, ?, ?, ?> connection;
    private final Runnable whenAdmitted;

    /**
     * Creates the admission of a connection.
     *
     * @param whenAdmitted called in the inbox
     */
    UserLimit(LiveConnection<?, ?, ?, ?> connection, Runnable whenAdmitted) {
        this.connection = connection;
        this.whenAdmitted = whenAdmitted;
    }

    /** Admits the connection, now or later, or closes it. */
    void admit() {
        if (!tryAdmit()) {
            if (connection.served().excess() == Excess.CLOSE_OLDEST) {
                replaceOldest();
            } else {
                pingOthers();
            }
        }
    }

    /** Returns false if the user has too many connections. */
    private boolean tryAdmit() {
        Admission admission = connection.membership().admit(connection.served().maxConnectionsPerUser());
        if (admission == Admission.ADMITTED) {
            whenAdmitted.run();
        }
        return admission != Admission.TOO_MANY;
    }

    /** Connections that are closing do not count, so each close makes room. */
    private void replaceOldest() {
        do {
            others().stream()
                    .min(BY_AGE)
                    .map(other -> BY_AGE.compare(other, connection) <= 0 ? other : connection)
                    .ifPresent(oldest -> oldest.close(oldest.protocol().rules().whenReplaced()));
        } while (!tryAdmit());
    }

    private List<LiveConnection<?, ?, ?, ?>> others() {
        List<LiveConnection<?, ?, ?, ?>> others = new ArrayList<>();
        connection.user().ifPresent(user -> {
            for (LiveConnection<?, ?, ?, ?> other :
                    connection.channel().directory().connections().of(user)) {
                if (!other.isClosing()) {
                    others.add(other);
                }
            }
        });
        return others;
    }

    private void pingOthers() {
        List<LiveConnection<?, ?, ?, ?>> pinged = others();
        for (LiveConnection<?, ?, ?, ?> other : pinged) {
            other.heartbeat().await();
            other.outbox().ping();
        }
        long closeTimeout = connection.environment().limits().closeTimeout().toNanos();
        connection.inbox().suspend();
        waitForAnswers(pinged, Math.min(MAX_WAIT_NANOS, closeTimeout));
    }

    private void waitForAnswers(List<LiveConnection<?, ?, ?, ?>> pinged, long leftNanos) {
        boolean isOver =
                leftNanos <= 0 || connection.isClosing() || pinged.stream().noneMatch(UserLimit::isSilent);
        if (isOver) {
            connection.inbox().addEvent(() -> decide(pinged));
            connection.inbox().resume();
        } else {
            Future<?> unused = connection
                    .environment()
                    .threads()
                    .later(() -> waitForAnswers(pinged, leftNanos - CHECK_NANOS), CHECK_NANOS);
        }
    }

    private void decide(List<LiveConnection<?, ?, ?, ?>> pinged) {
        if (connection.isClosing()) {
            return;
        }
        pinged.stream().filter(UserLimit::isSilent).forEach(dead -> dead.evict(NO_ANSWER));
        if (!tryAdmit()) {
            connection.close(TOO_MANY);
        }
    }

    private static boolean isSilent(LiveConnection<?, ?, ?, ?> other) {
        return other.heartbeat().isAwaited() && !other.gate().isPaused() && !other.isClosing();
    }
}
