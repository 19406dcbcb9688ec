package dev.strait.runtime.internal;

import dev.strait.runtime.spi.Emission;
import dev.strait.runtime.spi.Relay;
import dev.strait.runtime.spi.TextFrame;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The frames of one broadcast: one for each protocol and variant that has a recipient, made of the encoded message when
 * the first needs it. That copies bytes and calls nobody, so it may be done with a room's lock held.
 */
final class Frames {

    private final LiveChannel<?, ?, ?> channel;
    private final Emission emission;
    private boolean isEncoded;
    /** As one JSON object; null before it is encoded, and for a relay that is none. */
    private @Nullable TextFrame message;

    /** For what a protocol has no way to say. */
    private static final TextFrame NONE = new TextFrame("", new byte[0]);

    private final @Nullable TextFrame[] known;
    private @Nullable String room;

    Frames(LiveChannel<?, ?, ?> channel, Emission emission) {
        this.channel = channel;
        this.emission = emission;
        this.known = new @Nullable TextFrame[channel.protocolCount() * Protocol.VARIANTS];
    }

    /**
     * From now on they are for a room; for none if it is null. Encodes the message, unless it was: with no lock held, since
     * it calls the application's records.
     */
    void aimAt(@Nullable String name) {
        if (room != null) {
            Arrays.fill(known, null);
        }
        room = name;
        if (!isEncoded) {
            message = channel.encoded(emission);
            isEncoded = true;
        }
    }

    /** What a recipient gets; null where its protocol has no way to say it. */
    @Nullable
    TextFrame of(LiveConnection<?, ?, ?, ?> recipient) {
        Protocol<?, ?> protocol = recipient.protocol();
        int variant = protocol.variant(room != null, recipient.membership());
        int index = recipient.protocolIndex() * Protocol.VARIANTS + variant;
        TextFrame frame = known[index];
        if (frame == null) {
            TextFrame made = make(protocol, variant);
            frame = made == null ? NONE : made;
            known[index] = frame;
        }
        return frame == NONE ? null : frame;
    }

    private @Nullable TextFrame make(Protocol<?, ?> protocol, int variant) {
        if (emission.message() instanceof Relay relay) {
            return protocol.relayed(relay, message, variant);
        }
        return message == null ? null : protocol.message(message, room, variant);
    }
}
