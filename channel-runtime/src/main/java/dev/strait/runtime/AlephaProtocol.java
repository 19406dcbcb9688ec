package dev.strait.runtime;

/**
 * What browsers speak that were written for Alepha's {@code useRoom}: the URL names the rooms, and frames may name one of
 * them. Immutable; each method returns a copy.
 *
 * @param roomMarker which frames say what room they were sent to
 * @param frameBytes the largest frame of a client, in bytes of UTF-8; in place of {@link Limits#frameBytes()}
 */
public record AlephaProtocol(RoomMarker roomMarker, int frameBytes) implements WireProtocol {

    /** 1 MiB. */
    public static final int FRAME_BYTES = 1 << 20;

    /** Which frames that are sent to a room carry its name, as {@code __alephaRoom}. */
    public enum RoomMarker {
        /** Those to connections that are or were in several rooms, or have asked for them. */
        MULTI,
        /** All. */
        ALWAYS,
        /** None. */
        NEVER
    }

    /**
     * Checks the limit.
     *
     * @throws IllegalArgumentException it is not positive
     */
    public AlephaProtocol {
        if (frameBytes < 1) {
            throw new IllegalArgumentException("frameBytes is " + frameBytes + "; it must be positive.");
        }
    }

    /** With another setting of the room's name in frames; {@link RoomMarker#MULTI} otherwise. */
    public AlephaProtocol roomMarker(RoomMarker marker) {
        return new AlephaProtocol(marker, frameBytes);
    }

    /**
     * With another limit for the frames of clients; {@value #FRAME_BYTES} otherwise. Beyond it a connection closes with 1009.
     *
     * @throws IllegalArgumentException it is not positive
     */
    public AlephaProtocol frameBytes(int bytes) {
        return new AlephaProtocol(roomMarker, bytes);
    }
}
