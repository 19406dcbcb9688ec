package dev.strait.runtime;

/**
 * What browsers speak that were written for Lucent's WebSocket plugin: one socket, rooms that are joined and left by
 * frames. Immutable; each method returns a copy.
 *
 * @param isAcknowledging whether a connection is told its id, and that it has joined and left
 * @param isRelaying whether a client may send to the other members of a room
 * @param relayed how they get that
 */
public record LucentProtocol(boolean isAcknowledging, boolean isRelaying, Relayed relayed) implements WireProtocol {

    /** How the members of a room get what one of them has broadcast. */
    public enum Relayed {
        /** As {@code {"type":"message","room":...,"from":...,"payload":{...}}}. */
        WRAPPED,
        /** As the payload that was sent. */
        BARE
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

    /** The same, with the shape in which it arrives. */
    public LucentProtocol relaying(Relayed shape) {
        return new LucentProtocol(isAcknowledging, true, shape);
    }
}
