package dev.strait.runtime.internal.connection;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Limits;
import dev.strait.runtime.internal.foreign.Log;

/** Applies the time limits to the connections of a node. Runs on the node's timer, with the hub's clock. */
public final class Timers {

    private static final Log LOG = Log.of(Timers.class);

    /**
     * Checks one connection.
     *
     * @param maxWriteNanos how long one write may make no progress, if that is less than the connection's own limit
     */
    public void tick(LiveConnection<?, ?, ?, ?> connection, long now, long maxWriteNanos) {
        connection.inbox().runEvents(); // in case the executor was full
        switch (connection.lifecycle().expiry(now)) {
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
        Limits limits = connection.served().limits();
        if (connection.isMessageLate(now)) {
            connection.evict(new CloseReason(1008, "message timeout"));
        } else if (connection.outbox().stuckNanos(now)
                > Math.min(maxWriteNanos, limits.writeTimeout().toNanos())) {
            connection.evict(new CloseReason(1013, "too slow"));
        } else if (connection.heartbeat().isIdle(limits, now)) {
            connection.evict(new CloseReason(1001, "idle timeout"));
        } else if (connection.heartbeat().tryPing(limits, now)) {
            connection.outbox().ping();
        }
    }
}
