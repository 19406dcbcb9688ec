package dev.strait.runtime.internal.channel;

import dev.strait.runtime.internal.connection.LiveConnection;
import dev.strait.runtime.internal.protocol.Protocol;
import dev.strait.runtime.spi.Emission;
import dev.strait.runtime.spi.Relay;
import dev.strait.runtime.spi.TextFrame;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The frames of one broadcast: one for each protocol and variant that has a recipient, created from the encoded message
 * when the first recipient needs it. That only copies bytes, so it may happen while a room's lock is held.
 */
final class Frames {

    private final LiveChannel<?, ?, ?> channel;
    private final Emission emission;
    private boolean isEncoded;
    /** The message as one JSON object; null before it is encoded, and for a relay whose payload is not a message. */
    private @Nullable TextFrame message;

    /** For messages that a protocol cannot express. */
    private static final TextFrame NONE = new TextFrame("", new byte[0]);

    private final @Nullable TextFrame[] known;
    private @Nullable String room;

    Frames(LiveChannel<?, ?, ?> channel, Emission emission) {
        this.channel = channel;
        this.emission = emission;
        this.known = new @Nullable TextFrame[channel.protocolCount() * Protocol.VARIANTS];
    }

    /**
     * Selects the room that the next frames are sent to; null for none. Encodes the message if that has not happened yet,
     * so it must be called without a lock: the accessors of records are the application's.
     */
    void select(@Nullable String name) {
        if (room != null) {
            Arrays.fill(known, null);
        }
        room = name;
        if (!isEncoded) {
            message = channel.encode(emission);
            isEncoded = true;
        }
    }

    /** Returns the frame for a recipient; null if its protocol cannot express the message. */
    @Nullable
    TextFrame of(LiveConnection<?, ?, ?, ?> recipient) {
        Protocol<?, ?> protocol = recipient.protocol();
        int variant = protocol.variant(room != null, recipient.membership().hasSeveralRooms());
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
