package dev.strait.runtime.spi.codec;

import dev.strait.runtime.json.FrameException;

/**
 * Both directions of one channel, and its room key. Generated for each contract; stateless and safe for all threads.
 *
 * @param <R> the room key
 * @param <I> what clients send
 * @param <O> what the server sends
 */
public interface ChannelCodec<R, I, O> {

    /**
     * The message that a client sent, valid in every respect; the frame is read to its end.
     *
     * @throws FrameException {@code malformed}, {@code unknown-type}, or {@code invalid} with all violations
     */
    I readToServer(JsonReader in);

    /**
     * The message that the server sent; the frame is read to its end.
     *
     * @throws FrameException {@code malformed}, {@code unknown-type}, or {@code invalid} with all violations
     */
    O readToClient(JsonReader in);

    /**
     * Begins the frame's object and writes {@code type} and the message's fields; more may follow before its end.
     *
     * @throws NullPointerException a component that must not be null is
     * @throws IllegalArgumentException a number is not finite
     */
    void writeToServer(JsonWriter out, I message);

    /**
     * Begins the frame's object and writes {@code type} and the message's fields; more may follow before its end.
     *
     * @throws NullPointerException a component that must not be null is
     * @throws IllegalArgumentException a number is not finite
     */
    void writeToClient(JsonWriter out, O message);

    /**
     * The answer of a client to what the server asked; the frame is read to its end.
     *
     * @throws FrameException {@code malformed}, {@code unknown-type}, or {@code invalid} with all violations
     */
    default Object readAnswerToServer(JsonReader in, O asked) {
        throw new IllegalArgumentException(typeOfToClient(asked) + " is not an ask.");
    }

    /**
     * The answer of the server to what a client asked; the frame is read to its end.
     *
     * @throws FrameException {@code malformed}, {@code unknown-type}, or {@code invalid} with all violations
     */
    default Object readAnswerToClient(JsonReader in, I asked) {
        throw new IllegalArgumentException(typeOfToServer(asked) + " is not an ask.");
    }

    /** Begins the frame's object with an answer to what the server asked; throws as {@link #writeToServer} does. */
    default void writeAnswerToServer(JsonWriter out, O asked, Object answer) {
        throw new IllegalArgumentException(typeOfToClient(asked) + " is not an ask.");
    }

    /** Begins the frame's object with an answer to what a client asked; throws as {@link #writeToClient} does. */
    default void writeAnswerToClient(JsonWriter out, I asked, Object answer) {
        throw new IllegalArgumentException(typeOfToServer(asked) + " is not an ask.");
    }

    /** The name on the wire of a message that a client sends. */
    String typeOfToServer(I message);

    /** The name on the wire of a message that the server sends. */
    String typeOfToClient(O message);

    /**
     * The room's name on the wire: its components joined by {@code /}.
     *
     * @throws IllegalArgumentException the key breaks its constraints, or the alphabet of room names
     */
    String roomName(R room);

    /**
     * The key of a room by its name on the wire.
     *
     * @throws FrameException {@code invalid}: no such room can be
     */
    R room(String name);

    /** The message that a client sent, from the whole frame; throws as {@link #readToServer} does. */
    default I decodeToServer(String frame) {
        return readToServer(JsonReader.of(frame));
    }

    /** The same from UTF-8. */
    default I decodeToServer(byte[] frame) {
        return readToServer(JsonReader.of(frame));
    }

    /** The message that the server sent, from the whole frame; throws as {@link #readToClient} does. */
    default O decodeToClient(String frame) {
        return readToClient(JsonReader.of(frame));
    }

    /** The same from UTF-8. */
    default O decodeToClient(byte[] frame) {
        return readToClient(JsonReader.of(frame));
    }

    /** A frame with nothing but the message; throws as {@link #writeToServer} does. */
    default String encodeToServer(I message) {
        try (JsonWriter out = JsonWriter.ofText()) {
            writeToServer(out, message);
            return out.endObject().finish();
        }
    }

    /** The same in UTF-8. */
    default byte[] encodeToServerUtf8(I message) {
        try (JsonWriter out = JsonWriter.ofUtf8()) {
            writeToServer(out, message);
            return out.endObject().finishUtf8();
        }
    }

    /** A frame with nothing but the message; throws as {@link #writeToClient} does. */
    default String encodeToClient(O message) {
        try (JsonWriter out = JsonWriter.ofText()) {
            writeToClient(out, message);
            return out.endObject().finish();
        }
    }

    /** The same in UTF-8. */
    default byte[] encodeToClientUtf8(O message) {
        try (JsonWriter out = JsonWriter.ofUtf8()) {
            writeToClient(out, message);
            return out.endObject().finishUtf8();
        }
    }
}
