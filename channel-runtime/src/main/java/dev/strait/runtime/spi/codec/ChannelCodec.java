package dev.strait.runtime.spi.codec;

import dev.strait.runtime.json.FrameException;

/**
 * Reads and writes the messages and room keys of one channel. Generated for each contract. Stateless and safe for all
 * threads.
 *
 * @param <R> the room key
 * @param <I> the client's messages
 * @param <O> the server's messages
 */
public interface ChannelCodec<R, I, O> {

    /**
     * Reads a client's message and validates it. Reads the frame to its end.
     *
     * @throws FrameException {@code malformed}, {@code unknown-type}, or {@code invalid} with all violations
     */
    I readToServer(JsonReader in);

    /**
     * Reads a server's message and validates it. Reads the frame to its end.
     *
     * @throws FrameException {@code malformed}, {@code unknown-type}, or {@code invalid} with all violations
     */
    O readToClient(JsonReader in);

    /**
     * Writes a client's message: opens the object of the frame, and writes {@code type} and the fields. The caller may
     * add fields, and closes the object.
     *
     * @throws NullPointerException if a component is null although its contract does not allow null
     * @throws IllegalArgumentException if a number is not finite
     */
    void writeToServer(JsonWriter out, I message);

    /**
     * Writes a server's message: opens the object of the frame, and writes {@code type} and the fields. The caller may
     * add fields, and closes the object.
     *
     * @throws NullPointerException if a component is null although its contract does not allow null
     * @throws IllegalArgumentException if a number is not finite
     */
    void writeToClient(JsonWriter out, O message);

    /**
     * Reads a client's answer to an ask of the server. Reads the frame to its end.
     *
     * @throws FrameException {@code malformed}, {@code unknown-type}, or {@code invalid} with all violations
     */
    default Object readAnswerToServer(JsonReader in, O asked) {
        throw new IllegalArgumentException(typeOfToClient(asked) + " is not an ask.");
    }

    /**
     * Reads the server's answer to an ask of a client. Reads the frame to its end.
     *
     * @throws FrameException {@code malformed}, {@code unknown-type}, or {@code invalid} with all violations
     */
    default Object readAnswerToClient(JsonReader in, I asked) {
        throw new IllegalArgumentException(typeOfToServer(asked) + " is not an ask.");
    }

    /** Writes a client's answer to an ask of the server; see {@link #writeToServer}. */
    default void writeAnswerToServer(JsonWriter out, O asked, Object answer) {
        throw new IllegalArgumentException(typeOfToClient(asked) + " is not an ask.");
    }

    /** Writes the server's answer to an ask of a client; see {@link #writeToClient}. */
    default void writeAnswerToClient(JsonWriter out, I asked, Object answer) {
        throw new IllegalArgumentException(typeOfToServer(asked) + " is not an ask.");
    }

    /** Returns the wire type of a client's message. */
    String typeOfToServer(I message);

    /** Returns the wire type of a server's message. */
    String typeOfToClient(O message);

    /**
     * Returns the wire name of a room: the components of its key, joined by {@code /}.
     *
     * @throws IllegalArgumentException if the key violates its constraints, or a component has characters that room
     *     names do not allow
     */
    String roomName(R room);

    /**
     * Returns the key of a room by its wire name.
     *
     * @throws FrameException {@code invalid} if the name is not that of a valid key
     */
    R room(String name);

    /** Decodes a whole frame with a client's message; see {@link #readToServer}. */
    default I decodeToServer(String frame) {
        return readToServer(JsonReader.of(frame));
    }

    /** Decodes a whole frame with a client's message from UTF-8; see {@link #readToServer}. */
    default I decodeToServer(byte[] frame) {
        return readToServer(JsonReader.of(frame));
    }

    /** Decodes a whole frame with a server's message; see {@link #readToClient}. */
    default O decodeToClient(String frame) {
        return readToClient(JsonReader.of(frame));
    }

    /** Decodes a whole frame with a server's message from UTF-8; see {@link #readToClient}. */
    default O decodeToClient(byte[] frame) {
        return readToClient(JsonReader.of(frame));
    }

    /** Encodes a client's message as a whole frame; see {@link #writeToServer}. */
    default String encodeToServer(I message) {
        try (JsonWriter out = JsonWriter.ofText()) {
            writeToServer(out, message);
            return out.endObject().finish();
        }
    }

    /** Encodes a client's message as a whole frame in UTF-8; see {@link #writeToServer}. */
    default byte[] encodeToServerUtf8(I message) {
        try (JsonWriter out = JsonWriter.ofUtf8()) {
            writeToServer(out, message);
            return out.endObject().finishUtf8();
        }
    }

    /** Encodes a server's message as a whole frame; see {@link #writeToClient}. */
    default String encodeToClient(O message) {
        try (JsonWriter out = JsonWriter.ofText()) {
            writeToClient(out, message);
            return out.endObject().finish();
        }
    }

    /** Encodes a server's message as a whole frame in UTF-8; see {@link #writeToClient}. */
    default byte[] encodeToClientUtf8(O message) {
        try (JsonWriter out = JsonWriter.ofUtf8()) {
            writeToClient(out, message);
            return out.endObject().finishUtf8();
        }
    }
}
