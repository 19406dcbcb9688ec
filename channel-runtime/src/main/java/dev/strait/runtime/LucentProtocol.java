package dev.strait.runtime;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The protocol of browsers that were written for Lucent's WebSocket plugin: one socket, and frames that join and leave
 * rooms. Create it with {@link Protocols#lucent()}.
 *
 * <p>Immutable: each setter returns a copy.
 */
public final class LucentProtocol implements WireProtocol {

    /** The form in which the members of a room get a client's broadcast. */
    public enum Relayed {
        /** As {@code {"type":"message","room":...,"from":...,"payload":{...}}}. */
        WRAPPED,
        /** As the payload alone. */
        BARE
    }

    private final boolean isAcknowledging;
    private final boolean isRelaying;
    private final Relayed relayed;

    LucentProtocol(boolean isAcknowledging, boolean isRelaying, Relayed relayed) {
        this.isAcknowledging = isAcknowledging;
        this.isRelaying = isRelaying;
        this.relayed = Objects.requireNonNull(relayed, "relayed");
    }

    /**
     * Returns a copy that acknowledges more than Lucent does: {@code {"type":"connected","id":...}} once a connection
     * is admitted, and {@code {"type":"joined","room":...}} and {@code {"type":"left","room":...}}.
     */
    public LucentProtocol acks() {
        return new LucentProtocol(true, isRelaying, relayed);
    }

    /**
     * Returns a copy that lets clients broadcast to the rooms that they are in. Without it, a broadcast is refused with
     * {@code forbidden}.
     *
     * <p>Handlers do not see broadcasts. A payload whose {@code type} is a message of the server is validated as one,
     * and reaches clients of all protocols as if the server had sent it. Any other payload reaches clients of this
     * protocol only, unchecked. So relay only if clients may say whatever the server may.
     */
    public LucentProtocol relaying() {
        return relaying(relayed);
    }

    /**
     * Returns a copy that lets clients broadcast, with the form in which their broadcasts arrive. The default is
     * {@link Relayed#WRAPPED}.
     */
    public LucentProtocol relaying(Relayed form) {
        return new LucentProtocol(isAcknowledging, true, form);
    }

    /** Returns whether a connection is sent its id, and its joins and leaves. */
    public boolean isAcknowledging() {
        return isAcknowledging;
    }

    /** Returns whether clients may broadcast to the rooms that they are in. */
    public boolean isRelaying() {
        return isRelaying;
    }

    /** Returns the form in which broadcasts arrive. */
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
