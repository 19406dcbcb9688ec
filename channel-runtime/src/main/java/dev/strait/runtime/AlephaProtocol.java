package dev.strait.runtime;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The protocol of browsers that were written for Alepha's {@code useRoom}. The URL names the rooms of a connection, and
 * a frame may name one of them. Create it with {@link Protocols#alepha()}.
 *
 * <p>Immutable: each setter returns a copy.
 */
public final class AlephaProtocol implements WireProtocol {

    /** Selects the frames that carry the name of their room, as {@code __alephaRoom}. */
    public enum RoomMarker {
        /** Mark frames to connections that are or were in several rooms, or have requested several. */
        MULTI,
        /** Mark every frame that is sent to a room. */
        ALWAYS,
        /** Mark no frame. */
        NEVER
    }

    private final RoomMarker roomMarker;

    private final boolean isEnvelopeOnly;

    AlephaProtocol(RoomMarker roomMarker, boolean isEnvelopeOnly) {
        this.roomMarker = Objects.requireNonNull(roomMarker, "roomMarker");
        this.isEnvelopeOnly = isEnvelopeOnly;
    }

    /** Returns a copy with another room marker. The default is {@link RoomMarker#MULTI}. */
    public AlephaProtocol roomMarker(RoomMarker marker) {
        return new AlephaProtocol(marker, isEnvelopeOnly);
    }

    /**
     * Returns a copy that reads every frame as an envelope, {@code {"roomId":...,"message":{...}}}. Messages may then have
     * fields named {@code message} and {@code roomId}. By default a frame with neither of these fields is a bare message,
     * and contracts must not use the names.
     */
    public AlephaProtocol envelopeOnly() {
        return new AlephaProtocol(roomMarker, true);
    }

    /** Returns which frames carry the name of their room. */
    public RoomMarker roomMarker() {
        return roomMarker;
    }

    /** Returns whether every frame is read as an envelope. */
    public boolean isEnvelopeOnly() {
        return isEnvelopeOnly;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AlephaProtocol that
                && roomMarker == that.roomMarker
                && isEnvelopeOnly == that.isEnvelopeOnly;
    }

    @Override
    public int hashCode() {
        return Objects.hash(roomMarker, isEnvelopeOnly);
    }
}
