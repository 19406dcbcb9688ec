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

    AlephaProtocol(RoomMarker roomMarker) {
        this.roomMarker = Objects.requireNonNull(roomMarker, "roomMarker");
    }

    /** Returns a copy with another room marker. The default is {@link RoomMarker#MULTI}. */
    public AlephaProtocol roomMarker(RoomMarker marker) {
        return new AlephaProtocol(marker);
    }

    /** Returns which frames carry the name of their room. */
    public RoomMarker roomMarker() {
        return roomMarker;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AlephaProtocol that && roomMarker == that.roomMarker;
    }

    @Override
    public int hashCode() {
        return roomMarker.hashCode();
    }
}
