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

    /** The default of {@link #maxMessageBytes()}: 1 MiB. */
    public static final int FRAME_BYTES = 1 << 20;

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
    private final int maxMessageBytes;

    AlephaProtocol(RoomMarker roomMarker, int maxMessageBytes) {
        if (maxMessageBytes < 1) {
            throw new IllegalArgumentException("maxMessageBytes is " + maxMessageBytes + "; it must be positive.");
        }
        this.roomMarker = Objects.requireNonNull(roomMarker, "roomMarker");
        this.maxMessageBytes = maxMessageBytes;
    }

    /** Returns a copy with another room marker. The default is {@link RoomMarker#MULTI}. */
    public AlephaProtocol roomMarker(RoomMarker marker) {
        return new AlephaProtocol(marker, maxMessageBytes);
    }

    /**
     * Returns a copy with another maximum size of a client's message. It replaces {@link Limits#maxMessageBytes()} for
     * this protocol. When exceeded, the connection closes with 1009. The default is {@value #FRAME_BYTES}.
     *
     * @param bytes the maximum size, in bytes of UTF-8
     * @throws IllegalArgumentException if {@code bytes} is not positive
     */
    public AlephaProtocol maxMessageBytes(int bytes) {
        return new AlephaProtocol(roomMarker, bytes);
    }

    /** Returns which frames carry the name of their room. */
    public RoomMarker roomMarker() {
        return roomMarker;
    }

    /** Returns the maximum size of a client's message, in bytes of UTF-8. */
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
