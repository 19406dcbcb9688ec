package dev.strait.runtime.internal.connection;

import dev.strait.runtime.CloseReason;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * When the identity of one connection expires, by the wall clock. The client is asked for a new token before. Messages that
 * were read before the expiry are handled; then the connection closes. A new token that was read before counts as well, and
 * what comes after it is handled if it is accepted. Safe for all threads.
 */
final class IdentityExpiry {

    /** What is handled of what arrives now. */
    enum Reading {
        VALID,
        /** Reading was paused when the identity expired, so that a new token may wait in the socket. */
        TOKEN_ONLY,
        EXPIRED
    }

    private static final long NOTICE_MILLIS = TimeUnit.MINUTES.toMillis(1);
    private static final long PAUSE_MILLIS = TimeUnit.SECONDS.toMillis(30);
    /** More than the interval of the timer. */
    private static final long RECENT_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long NEVER = Long.MAX_VALUE;
    private static final Instant LAST = Instant.ofEpochMilli(NEVER - 1);
    private static final CloseReason EXPIRED = new CloseReason(4401, "token expired");

    private final LiveConnection<?, ?, ?, ?> connection;

    // Guarded by this.

    private long expiryMillis = NEVER;
    private long tokenUntilMillis;
    private boolean isAnnounced;
    /** Whether it is decided how long a new token counts. */
    private boolean isPassed;
    /** Whether the close waits in the inbox. */
    private boolean isClosing;

    private long closingSince;
    /** The new tokens that were read in time and have not been judged yet. */
    private int waiting;

    IdentityExpiry(LiveConnection<?, ?, ?, ?> connection) {
        this.connection = connection;
    }

    synchronized void set(Optional<Instant> expiry) {
        expiryMillis = expiry.filter(instant -> !instant.isAfter(LAST))
                .map(Instant::toEpochMilli)
                .orElse(NEVER);
        isAnnounced = false;
        isPassed = false;
        isClosing = false;
    }

    /** A new token was read. */
    synchronized void tokenArrived() {
        waiting++;
    }

    synchronized void tokenJudged() {
        waiting--;
    }

    synchronized boolean isTokenWaiting() {
        return waiting > 0;
    }

    synchronized Reading read() {
        long now = connection.environment().wallMillis();
        if (now < expiryMillis) {
            return Reading.VALID;
        }
        if (!isPassed) {
            isPassed = true;
            boolean wasPaused =
                    connection.gate().wasPausedSince(connection.environment().now() - RECENT_NANOS);
            tokenUntilMillis = wasPaused ? expiryMillis + PAUSE_MILLIS : expiryMillis;
        }
        if (waiting > 0) {
            return Reading.VALID; // what comes after a token that was read in time depends on it
        }
        return now < tokenUntilMillis ? Reading.TOKEN_ONLY : Reading.EXPIRED;
    }

    /** Whether a token that arrives now is too late to be judged. */
    synchronized boolean isTooLateForToken() {
        return read() == Reading.EXPIRED
                || (waiting > 0 && connection.environment().wallMillis() >= expiryMillis);
    }

    /** Asks for a new token, or closes the connection. Called by the timer, and for what arrives too late. */
    void tick() {
        long left = announce();
        if (left > 0) {
            connection.send(connection.protocol().expiring(left));
        }
        if (read() != Reading.EXPIRED) {
            return;
        }
        if (tryBeginClose()) {
            connection.inbox().runOrAdd(this::closeIfExpired);
        } else if (isBehind()) {
            connection.close(EXPIRED);
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

    private synchronized boolean tryBeginClose() {
        if (isClosing) {
            return false;
        }
        isClosing = true;
        closingSince = connection.environment().now();
        return true;
    }

    /** Whether the handler has had enough time for what was read before. */
    private synchronized boolean isBehind() {
        long waited = connection.environment().now() - closingSince;
        return waited > connection.environment().limits().closeTimeout().toNanos();
    }

    private void closeIfExpired() {
        if (read() == Reading.EXPIRED) {
            connection.close(EXPIRED);
        }
    }
}
