package dev.strait.runtime.internal.protocol;

import dev.strait.runtime.json.FrameException;
import dev.strait.runtime.spi.TextFrame;
import dev.strait.runtime.spi.codec.JsonReader;
import org.jspecify.annotations.Nullable;

/**
 * How a protocol writes and reads questions and their answers; not all have any.
 *
 * @param <I> what clients send
 * @param <O> what the server sends
 */
public interface AskFrames<I, O> {

    /** Encodes a message of the server that one client is to answer, with its correlation as JSON. */
    TextFrame ask(O message, String id);

    /** Encodes the answer to what a client has asked. */
    TextFrame answer(I asked, Object answer, String id);

    /**
     * Tells which ask of the server's a frame answers, as JSON; null where it is no answer. Nothing of the frame is read.
     *
     * @throws FrameException there is no reading the frame
     */
    @Nullable
    String answerTo(JsonReader frame);

    /**
     * Reads the answer to what the server has asked.
     *
     * @throws FrameException it breaks the contract
     * @throws dev.strait.runtime.Refusal the client refuses to answer
     */
    Object readAnswer(JsonReader frame, O asked);
}
