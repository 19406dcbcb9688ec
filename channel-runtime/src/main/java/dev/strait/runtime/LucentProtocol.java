package dev.strait.runtime;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What browsers speak that were written for Lucent's WebSocket plugin: one socket, rooms that are joined and left by
 * frames. Immutable; each method that changes a setting returns a copy.
 */
public final class LucentProtocol implements WireProtocol {

    /** How the members of a room get what one of them has broadcast. */
    public enum Relayed {
        /** As {@code {"type":"message","room":...,"from":...,"payload":{...}}}. */
        WRAPPED,
        /** As the payload that was sent. */
        BARE
    }

    private final boolean isAcknowledging;
    private final boolean isRelaying;
    private final Relayed relayed;

    LucentProtocol(boolean isAcknowledging, boolean isRelaying, Relayed relayed) {
        this.isAcknowledging = isAcknowledging;
        this.isRelaying = isRelaying;
        this.relayed = Objects.requireNonNull(relayed, "shape");
    }

    /**
     * Tells clients more than Lucent does: {@code {"type":"connected","id":...}} once a connection was admitted, and
     * {@code {"type":"joined","room":...}} and {@code {"type":"left","room":...}}.
     */
    public LucentProtocol acks() {
        return new LucentProtocol(true, isRelaying, relayed);
    }

    /**
     * Lets clients broadcast to the rooms that they are in. No handler sees it: what claims to be a message of the server
     * is checked as such, and reaches clients of all protocols as if the server had said it; what does not reaches those of
     * this protocol as it is. So it is for clients that may say whatever the server may. Without this, a broadcast is refused.
     */
    public LucentProtocol relaying() {
        return relaying(relayed);
    }

    /** The same, with the shape in which it arrives; {@link Relayed#WRAPPED} otherwise. */
    public LucentProtocol relaying(Relayed shape) {
        return new LucentProtocol(isAcknowledging, true, shape);
    }

    /** Whether a connection is told its id, and that it has joined and left. */
    public boolean isAcknowledging() {
        return isAcknowledging;
    }

    /** Whether a client may send to the other members of a room. */
    public boolean isRelaying() {
        return isRelaying;
    }

    /** How they get that. */
    public Relayed relayed() {
        return relayed;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LucentProtocol that
                && isAcknowledging == that.isAcknowledging
                && isRelaying == that.isRelaying
                && relayed == that.relayed;
    }

    @Override
    public int hashCode() {
        return Objects.hash(isAcknowledging, isRelaying, relayed);
    }
}
