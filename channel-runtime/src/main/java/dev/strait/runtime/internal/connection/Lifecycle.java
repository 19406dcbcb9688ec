package dev.strait.runtime.internal.connection;

import dev.strait.runtime.CloseReason;
import org.jspecify.annotations.Nullable;

/**
 * The life of one connection. It decides which event takes effect; its caller then acts. Guarded by itself.
 *
 * <table>
 * <caption>Event and state, with the next state</caption>
 * <tr><th></th><th>OPENING</th><th>OPEN</th><th>CLOSING</th><th>DRAINING</th><th>GONE</th></tr>
 * <tr><td>{@link #open}: the handler admits it</td>
 *     <td>OPEN</td><td>-</td><td>-</td><td>-</td><td>-</td></tr>
 * <tr><td>{@link #tryClose}: the server closes it, or its handler has caught up</td>
 *     <td>CLOSING</td><td>CLOSING</td><td>-</td><td>CLOSING</td><td>-</td></tr>
 * <tr><td>{@link #tryDisconnect}: the socket is gone</td>
 *     <td>DRAINING</td><td>DRAINING</td><td>CLOSING, GONE once the handler is done</td><td>-</td><td>-</td></tr>
 * <tr><td>{@link #writeFailed}: the socket is breaking</td>
 *     <td>OPENING with a deadline</td><td>OPEN with a deadline</td><td>-</td><td>-</td><td>-</td></tr>
 * <tr><td>{@link #handlerDone}: the handler's last call has returned</td>
 *     <td>-</td><td>-</td><td>CLOSING, GONE once the socket is gone</td><td>-</td><td>-</td></tr>
 * </table>
 *
 * <p>In CLOSING the connection has left its rooms and the handler's last calls are due. In DRAINING the socket is gone and
 * the handler still handles what the client had sent, in its rooms. In GONE nothing is left to do. The reason of the first
 * close or disconnect counts.
 */
final class Lifecycle {

    enum State {
        OPENING,
        OPEN,
        CLOSING,
        DRAINING,
        GONE
    }

    /** What a deadline has run out for. */
    enum Expiry {
        NONE,
        /** The container did not report why a write failed. */
        WRITE_FAILED,
        /** The peer did not answer a close. */
        CLOSE_UNANSWERED,
        /** The handler did not catch up with what the client had sent. */
        HANDLER_BEHIND
    }

    private volatile State state = State.OPENING;
    private volatile @Nullable CloseReason reason;

    // Guarded by this.

    private boolean isSocketGone;
    private boolean isHandlerDone;
    private boolean hasDeadline;
    private long deadline;

    State state() {
        return state;
    }

    /** Whether nothing can be sent to it and nothing that arrives is handled. */
    boolean isClosing() {
        State now = state;
        return now != State.OPENING && now != State.OPEN;
    }

    /** Returns the reason of the first close or disconnect; a normal one before. */
    CloseReason reason() {
        CloseReason known = reason;
        return known == null ? CloseReason.NORMAL : known;
    }

    /** The handler has admitted the connection. */
    synchronized void open() {
        if (state == State.OPENING) {
            state = State.OPEN;
        }
    }

    /**
     * Decides to close. Returns false if that was decided before.
     *
     * @param until when to stop waiting for the peer's answer
     */
    synchronized boolean tryClose(CloseReason why, long until) {
        if (state == State.CLOSING || state == State.GONE) {
            return false;
        }
        settle(why);
        state = State.CLOSING;
        setDeadline(until);
        return true;
    }

    /**
     * Records that the socket is gone. Returns false if that was known before.
     *
     * @param until when to stop waiting for the handler
     */
    synchronized boolean tryDisconnect(CloseReason why, long until) {
        if (isSocketGone) {
            return false;
        }
        settle(why);
        isSocketGone = true;
        if (!isClosing()) {
            state = State.DRAINING;
            setDeadline(until);
        }
        finish();
        return true;
    }

    /**
     * Records that a write has failed. The container usually reports the reason in a moment, such as that the peer has
     * closed.
     *
     * @param until when to stop waiting for that
     */
    synchronized void writeFailed(long until) {
        if (!isClosing()) {
            setDeadline(until);
        }
    }

    /** The handler's last call has returned. */
    synchronized void handlerDone() {
        isHandlerDone = true;
        finish();
    }

    /** Whether a write has failed and the reason is not known yet. */
    synchronized boolean isBreaking() {
        return hasDeadline && !isClosing();
    }

    synchronized boolean isGone() {
        return state == State.GONE;
    }

    synchronized Expiry expiry(long now) {
        if (!hasDeadline || now - deadline <= 0) {
            return Expiry.NONE;
        }
        return switch (state) {
            case OPENING, OPEN -> Expiry.WRITE_FAILED;
            case CLOSING -> Expiry.CLOSE_UNANSWERED;
            case DRAINING -> Expiry.HANDLER_BEHIND;
            case GONE -> Expiry.NONE;
        };
    }

    private void setDeadline(long until) {
        hasDeadline = true;
        deadline = until;
    }

    private void settle(CloseReason why) {
        if (reason == null) {
            reason = why;
        }
    }

    private void finish() {
        if (isSocketGone && isHandlerDone) {
            state = State.GONE;
        }
    }
}
