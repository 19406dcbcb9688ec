package dev.strait.runtime.internal.cluster;

import dev.strait.runtime.BackplaneView.State;
import java.util.concurrent.TimeUnit;

/** Whether the engine can be reached, and whether what this node publishes comes back. Safe for all threads. */
final class Link {

    /** How long a node with a new link may not know all others. */
    private static final long SETTLING_NANOS = TimeUnit.SECONDS.toNanos(1);

    // Guarded by this.

    private State state = State.CONNECTING;
    private String reason = "";
    private long upAt;
    /** When the node's own parcel came back last, or when it was last said to be missing. */
    private long ownAt;

    synchronized State state() {
        return state;
    }

    /** Whether the engine takes what this node publishes. */
    synchronized boolean isUp() {
        return state == State.CONNECTED || state == State.UNHEARD;
    }

    /** The engine is reachable. */
    synchronized void connected(long now) {
        state = State.CONNECTED;
        upAt = now;
        ownAt = now;
    }

    synchronized void disconnected(String cause) {
        state = State.DISCONNECTED;
        reason = cause;
    }

    /** Returns why there is no connection; empty if there is one, or was none yet. */
    synchronized String reason() {
        return state == State.DISCONNECTED ? reason : "";
    }

    /** The node has not run for a while, so it does not know which others are left. */
    synchronized void paused(long now) {
        upAt = now;
        ownAt = now;
    }

    /** The node's own parcel has come back. Returns whether that was overdue. */
    synchronized boolean heardOwn(long now) {
        boolean isOverdue = state == State.UNHEARD;
        ownAt = now;
        if (isOverdue) {
            state = State.CONNECTED;
            upAt = now;
        }
        return isOverdue;
    }

    /**
     * Checks that the node's own parcels come back, and expects the next one from now on if they do not.
     *
     * @return how long nothing has come back; 0 if that is not long
     */
    synchronized long checkOwn(long now) {
        long silence = now - ownAt;
        if (!isUp() || silence <= Peers.MAX_SILENCE_NANOS) {
            return 0;
        }
        state = State.UNHEARD;
        ownAt = now;
        return silence;
    }

    /** Whether the engine is reachable, and all other nodes had the time to say that they live. */
    synchronized boolean isSettled(long now) {
        return state == State.CONNECTED && now - upAt >= SETTLING_NANOS;
    }
}
