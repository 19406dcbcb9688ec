package dev.strait.runtime.internal.connection;

import dev.strait.runtime.CloseReason;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * When the identity of one connection expires, by the wall clock. The client is asked for a new token before. Messages that
 * were read before the expiry are handled; then the connection closes. Safe for all threads.
 */
final class IdentityExpiry {

    private static final long NOTICE_MILLIS = TimeUnit.MINUTES.toMillis(1);
    /** For a new token that waits in a socket that is not read. */
    private static final long PAUSE_MILLIS = TimeUnit.SECONDS.toMillis(30);

    private static final long NEVER = Long.MAX_VALUE;
    private static final CloseReason EXPIRED = new CloseReason(4401, "token expired");

    private final LiveConnection<?, ?, ?, ?> connection;

    // Guarded by this.

    private long expiryMillis = NEVER;
    private boolean isAnnounced;
    private boolean isExtended;
    /** The new tokens that were read and have not been judged yet. */
    private int waiting;

    IdentityExpiry(LiveConnection<?, ?, ?, ?> connection) {
        this.connection = connection;
    }

    synchronized void set(Optional<Instant> expiry) {
        expiryMillis = expiry.map(Instant::toEpochMilli).orElse(NEVER);
        isAnnounced = false;
        isExtended = false;
    }

    /** A new token was read. It counts as read before the expiry until it is judged. */
    synchronized void tokenArrived() {
        waiting++;
    }

    synchronized void tokenJudged() {
        waiting--;
    }

    /** Whether what arrives now is not handled. */
    synchronized boolean hasPassed() {
        long now = connection.environment().wallMillis();
        if (now < expiryMillis || waiting > 0) {
            return false;
        }
        if (connection.gate().isPaused() && !isExtended) {
            isExtended = true;
            expiryMillis += PAUSE_MILLIS;
        }
        return now >= expiryMillis;
    }

    /** Asks for a new token, or closes the connection. Called by the timer. */
    void tick() {
        long left = announce();
        if (left > 0) {
            connection.send(connection.protocol().expiring(left));
        }
        if (hasPassed()) {
            connection.inbox().runOrAdd(this::closeIfPassed);
        }
    }

    /** Returns the milliseconds that are left, if the client must be told of it now; else 0. */
    private synchronized long announce() {
        long left = expiryMillis - connection.environment().wallMillis();
        if (isAnnounced || left > NOTICE_MILLIS || left <= 0) {
            return 0;
        }
        isAnnounced = true;
        return left;
    }

    private void closeIfPassed() {
        if (hasPassed()) {
            connection.close(EXPIRED);
        }
    }
}
