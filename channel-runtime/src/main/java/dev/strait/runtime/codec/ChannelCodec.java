package dev.strait.runtime.codec;

/**
 * Both directions of one channel, and its room key. Generated for each contract; stateless and safe for all threads.
 *
 * @param <R> the room key
 * @param <I> what clients send
 * @param <O> what the server sends
 */
public interface ChannelCodec<R, I, O> {

    /**
     * The message that a client sent, valid in every respect.
     *
     * @throws FrameException {@code unknown-type}, or {@code invalid} with all violations
     */
    I readToServer(Frame frame);

    /**
     * The message that the server sent.
     *
     * @throws FrameException {@code unknown-type}, or {@code invalid} with all violations
     */
    O readToClient(Frame frame);

    /**
     * Writes {@code type} and the message's fields into the object that {@code out} has begun.
     *
     * @throws NullPointerException a component that must not be null is
     * @throws IllegalArgumentException a number is not finite
     */
    void writeToServer(JsonWriter out, I message);

    /**
     * Writes {@code type} and the message's fields into the object that {@code out} has begun.
     *
     * @throws NullPointerException a component that must not be null is
     * @throws IllegalArgumentException a number is not finite
     */
    void writeToClient(JsonWriter out, O message);

    /** The name on the wire of a message that the server sends. */
    String typeOf(O message);

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

    /**
     * The message that a client sent, from the whole frame.
     *
     * @throws FrameException {@code malformed}, {@code unknown-type}, or {@code invalid} with all violations
     */
    default I decodeToServer(String frame) {
        return readToServer(Frame.parse(frame));
    }

    /**
     * The message that the server sent, from the whole frame.
     *
     * @throws FrameException {@code malformed}, {@code unknown-type}, or {@code invalid} with all violations
     */
    default O decodeToClient(String frame) {
        return readToClient(Frame.parse(frame));
    }

    /** A frame with nothing but the message; throws as {@link #writeToServer} does. */
    default String encodeToServer(I message) {
        JsonWriter out = new JsonWriter().beginObject();
        writeToServer(out, message);
        return out.endObject().finish();
    }

    /** A frame with nothing but the message; throws as {@link #writeToClient} does. */
    default String encodeToClient(O message) {
        JsonWriter out = new JsonWriter().beginObject();
        writeToClient(out, message);
        return out.endObject().finish();
    }
}
