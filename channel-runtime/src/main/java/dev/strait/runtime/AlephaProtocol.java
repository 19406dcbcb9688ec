package dev.strait.runtime;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What browsers speak that were written for Alepha's {@code useRoom}: the URL names the rooms, and frames may name one of
 * them. Immutable; each method that changes a setting returns a copy.
 */
public final class AlephaProtocol implements WireProtocol {

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

    private final RoomMarker roomMarker;
    private final int maxMessageBytes;

    AlephaProtocol(RoomMarker roomMarker, int maxMessageBytes) {
        if (maxMessageBytes < 1) {
            throw new IllegalArgumentException("maxMessageBytes is " + maxMessageBytes + "; it must be positive.");
        }
        this.roomMarker = Objects.requireNonNull(roomMarker, "marker");
        this.maxMessageBytes = maxMessageBytes;
    }

    /** With another setting of the room's name in frames; {@link RoomMarker#MULTI} otherwise. */
    public AlephaProtocol roomMarker(RoomMarker marker) {
        return new AlephaProtocol(marker, maxMessageBytes);
    }

    /**
     * With another limit for the frames of clients, in bytes of UTF-8 and in place of {@link Limits#maxMessageBytes()};
     * {@value #FRAME_BYTES} otherwise. Beyond it a connection closes with 1009.
     *
     * @throws IllegalArgumentException it is not positive
     */
    public AlephaProtocol maxMessageBytes(int bytes) {
        return new AlephaProtocol(roomMarker, bytes);
    }

    /** Which frames say what room they were sent to. */
    public RoomMarker roomMarker() {
        return roomMarker;
    }

    /** The largest frame of a client, in bytes of UTF-8. */
    public int maxMessageBytes() {
        return maxMessageBytes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AlephaProtocol that
                && roomMarker == that.roomMarker
                && maxMessageBytes == that.maxMessageBytes;
    }

    @Override
    public int hashCode() {
        return Objects.hash(roomMarker, maxMessageBytes);
    }
}
