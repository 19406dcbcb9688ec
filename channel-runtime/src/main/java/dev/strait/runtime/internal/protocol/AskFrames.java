package dev.strait.runtime.internal.protocol;

import dev.strait.runtime.json.FrameException;
import dev.strait.runtime.spi.TextFrame;
import dev.strait.runtime.spi.codec.JsonReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes asks and their answers, for protocols that support them.
 *
 * @param <I> the client's messages
 * @param <O> the server's messages
 */
public interface AskFrames<I, O> {

    /**
     * Encodes an ask of the server.
     *
     * @param id its correlation id, as JSON
     * @param trace the trace that it belongs to; null if the client gets none
     */
    TextFrame ask(O message, String id, @Nullable String trace);

    /**
     * Encodes the answer to an ask of a client.
     *
     * @param id the correlation id of the ask, as JSON
     */
    TextFrame answer(I asked, Object answer, String id);

    /**
     * Returns the id of the server's ask that a frame answers, as JSON; null if it is not an answer. Does not advance
     * the reader.
     *
     * @throws FrameException if the frame is not readable
     */
    @Nullable
    String answerTo(JsonReader frame);

    /**
     * Reads the answer to an ask of the server.
     *
     * @throws FrameException if the answer violates the contract
     * @throws dev.strait.runtime.Refusal if the client refuses to answer
     */
    Object readAnswer(JsonReader frame, O asked);
}
