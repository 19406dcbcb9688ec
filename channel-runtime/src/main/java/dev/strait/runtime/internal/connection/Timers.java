package dev.strait.runtime.internal.connection;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Limits;
import dev.strait.runtime.internal.foreign.Log;
import dev.strait.runtime.internal.work.StalledTasks;
import java.time.Duration;

/**
 * Applies the time limits to the connections of a node. Runs on the node's timer, with the hub's clock. After a pause of the
 * whole process, no connection is judged by time before a full interval has passed: what its client sent meanwhile has not
 * been read yet.
 */
public final class Timers {

    private static final Log LOG = Log.of(Timers.class);

    private final StalledTasks stalled;
    /** What was before does not count. */
    private long judgedSince;

    /**
     * Creates the timers of a node.
     *
     * @param now the current time of the hub's clock
     */
    public Timers(StalledTasks stalled, long now) {
        this.stalled = stalled;
        this.judgedSince = now;
    }

    /** Forgives everything that happened before now, because the process was paused. */
    public void forgive(long now) {
        judgedSince = now;
        stalled.forget();
    }

    /**
     * Checks one connection.
     *
     * @param maxWriteNanos how long one write may make no progress, if that is less than the connection's own limit
     */
    public void tick(LiveConnection<?, ?, ?, ?> connection, long now, long maxWriteNanos) {
        connection.inbox().runEvents(); // in case the executor was full
        connection.gate().tick(now, judgedSince);
        if (connection.gate().isPaused()) { // what its peer sends meanwhile cannot be heard
            connection.heard();
            connection.inbound().restartTimeouts(now);
        }
        stalled.check(connection.inbox(), connection.channel().contract().name(), "connection", connection.id(), now);
        connection.reportBacklog();
        Duration pause = connection.lifecycle().isClosing()
                ? connection.environment().limits().closeTimeout()
                : Duration.ZERO;
        Lifecycle.Expiry expiry = isJudged(pause, now) ? connection.lifecycle().expiry(now) : Lifecycle.Expiry.NONE;
        switch (expiry) {
            case WRITE_FAILED -> connection.breakOff(new CloseReason(1006, "write failed"));
            case CLOSE_UNANSWERED -> connection.drop();
            case HANDLER_BEHIND -> giveUp(connection);
            case NONE -> {
                if (!connection.isClosing() && !connection.lifecycle().isBreaking()) {
                    checkPeer(connection, now, maxWriteNanos);
                }
            }
        }
    }

    private void giveUp(LiveConnection<?, ?, ?, ?> connection) {
        if (connection.close(connection.lifecycle().reason())) {
            LOG.warning(
                    "The handler of " + connection.channel().contract().name()
                            + " did not handle all messages that connection " + connection.id()
                            + " had sent before it disconnected.",
                    null);
        }
    }

    private void checkPeer(LiveConnection<?, ?, ?, ?> connection, long now, long maxWriteNanos) {
        Greeting<?, ?, ?, ?> greeting = connection.greeting();
        if (greeting != null) {
            greeting.tick(now, judgedSince);
        }
        IdentityExpiry expiry = connection.expiry();
        if (expiry != null) {
            expiry.tick();
        }
        Limits limits = connection.served().limits();
        if (isJudged(limits.messageTimeout(), now) && connection.isMessageLate(now)) {
            connection.evict(new CloseReason(1008, "message timeout"));
        } else if (isStuck(
                connection, now, Math.min(maxWriteNanos, limits.writeTimeout().toNanos()))) {
            connection.evict(new CloseReason(1013, "too slow"));
        } else if (connection.heartbeat().isIdle(limits, now, judgedSince)) {
            connection.evict(new CloseReason(1001, "idle timeout"));
        } else if (connection.heartbeat().tryPing(limits, now)) {
            connection.outbox().ping();
        }
    }

    private boolean isStuck(LiveConnection<?, ?, ?, ?> connection, long now, long maxNanos) {
        return connection.outbox().stuckNanos(now) > maxNanos && now - judgedSince > maxNanos;
    }

    /** Whether a full interval has passed since a pause. */
    private boolean isJudged(Duration interval, long now) {
        return now - judgedSince >= interval.toNanos();
    }
}
