package dev.strait.runtime.internal.protocol;

import dev.strait.runtime.json.FrameException;
import dev.strait.runtime.spi.Relay;
import dev.strait.runtime.spi.TextFrame;
import dev.strait.runtime.spi.codec.JsonReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How frames are read and written. One instance serves all connections of a channel that speak it. A message of the server
 * is encoded once for all protocols, as its {@code type} and its fields; a protocol makes a frame of that, once for each
 * of its variants and not for each recipient. Stateless. Frames that a protocol does not have are null.
 *
 * @param <I> what clients send
 * @param <O> what the server sends
 */
public interface Protocol<I, O> {

    /** A frame has two forms at most: as it is, and with its room's name where one client can tell them apart. */
    int VARIANTS = 2;

    ProtocolRules rules();

    /** How questions are asked and answered; null where they are not. */
    default @Nullable AskFrames<I, O> asks() {
        return null;
    }

    /**
     * Reads what a client wants.
     *
     * @throws FrameException it is no JSON, or the message in it is of no known type or breaks its contract
     * @throws dev.strait.runtime.Refusal clients may not do that here
     */
    Inbound<I> read(JsonReader frame);

    /**
     * Returns the variant of a frame for one recipient: 0 or 1.
     *
     * @param hasSeveralRooms whether the recipient has to tell rooms apart
     */
    int variant(boolean isForRoom, boolean hasSeveralRooms);

    /**
     * The frame of a message.
     *
     * @param message its type and fields, as one JSON object
     * @param room the room it is aimed at; null for frames that are aimed at a connection, a user or everyone
     */
    TextFrame message(TextFrame message, @Nullable String room, int variant);

    /**
     * The frame of what a client sends to the others of a room.
     *
     * @param message the same as a message; null where it is none
     * @return null where clients of this protocol cannot be told
     */
    default @Nullable TextFrame relayed(Relay relay, @Nullable TextFrame message, int variant) {
        return message == null ? null : message(message, relay.room(), variant);
    }

    TextFrame error(@Nullable String id, ErrorAnswer error);

    /** The connection was admitted. */
    default @Nullable TextFrame opened(String connectionId) {
        return null;
    }

    default @Nullable TextFrame joined(@Nullable String id, String room) {
        return null;
    }

    default @Nullable TextFrame left(@Nullable String id, String room) {
        return null;
    }

    default @Nullable TextFrame pong(@Nullable String id) {
        return null;
    }

    /** The answer to a client that says hello: who it is here, and which contract this is. */
    default @Nullable TextFrame ready(
            @Nullable String id, String connectionId, Optional<String> user, String fingerprint) {
        return null;
    }

    /** The node stops. */
    default @Nullable TextFrame bye(long retryMillis) {
        return null;
    }
}
