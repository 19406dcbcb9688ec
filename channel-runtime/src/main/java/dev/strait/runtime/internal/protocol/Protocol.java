package dev.strait.runtime.internal.protocol;

import dev.strait.runtime.json.FrameException;
import dev.strait.runtime.spi.Relay;
import dev.strait.runtime.spi.TextFrame;
import dev.strait.runtime.spi.codec.JsonReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes frames. One instance serves all connections of a channel that use the protocol. Stateless.
 *
 * <p>A message of the server is encoded once for all protocols, as an object with its {@code type} and fields. A
 * protocol creates a frame from it once for each of its variants, not for each recipient. Methods return null for
 * frames that the protocol does not have.
 *
 * @param <I> the client's messages
 * @param <O> the server's messages
 */
public interface Protocol<I, O> {

    /** A frame has at most two variants: without the name of its room, and with it for clients in several rooms. */
    int VARIANTS = 2;

    /** Returns the rules of the protocol beside its frames. */
    ProtocolRules rules();

    /** Returns the frames of asks; null if the protocol does not support asks. */
    default @Nullable AskFrames<I, O> asks() {
        return null;
    }

    /**
     * Reads a client's frame.
     *
     * @throws FrameException if it is not JSON, or if its message has an unknown type or violates the contract
     * @throws dev.strait.runtime.Refusal if clients may not send it
     */
    Inbound<I> read(JsonReader frame);

    /**
     * Returns the variant of a frame for one recipient: 0 or 1.
     *
     * @param isForRoom whether the frame is sent to a room
     * @param hasSeveralRooms whether the recipient has to tell rooms apart
     */
    int variant(boolean isForRoom, boolean hasSeveralRooms);

    /**
     * Returns the frame of a message.
     *
     * @param message the type and fields, as one JSON object
     * @param room the room that it is sent to; null for frames to a connection, a user or everyone
     */
    TextFrame message(TextFrame message, @Nullable String room, int variant);

    /**
     * Returns the frame of a client's broadcast.
     *
     * @param message the payload as a message of the server; null if it is not one
     * @return null if clients of this protocol cannot receive it
     */
    default @Nullable TextFrame relayed(Relay relay, @Nullable TextFrame message, int variant) {
        return message == null ? null : message(message, relay.room(), variant);
    }

    /** Returns an error frame. */
    TextFrame error(@Nullable String id, ErrorAnswer error);

    /** Returns the frame that reports that the connection was admitted. */
    default @Nullable TextFrame opened(String connectionId) {
        return null;
    }

    /** Returns the frame that reports a join. */
    default @Nullable TextFrame joined(@Nullable String id, String room) {
        return null;
    }

    /** Returns the frame that reports a leave. */
    default @Nullable TextFrame left(@Nullable String id, String room) {
        return null;
    }

    /** Returns the answer to a ping frame. */
    default @Nullable TextFrame pong(@Nullable String id) {
        return null;
    }

    /** Returns the answer to a hello frame. */
    default @Nullable TextFrame ready(@Nullable String id, Ready ready) {
        return null;
    }

    /** Returns the frame that asks for a new token. */
    default @Nullable TextFrame expiring(long inMillis) {
        return null;
    }

    /** Returns the frame that announces that the node stops. */
    default @Nullable TextFrame bye(long retryMillis) {
        return null;
    }
}
