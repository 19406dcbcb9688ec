package dev.strait.runtime.internal;

import dev.strait.runtime.codec.FrameException;
import dev.strait.runtime.codec.JsonReader;
import dev.strait.runtime.codec.Violation;
import dev.strait.runtime.spi.TextFrame;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How frames are read and written. One instance serves all connections of a channel that speak it, so that a broadcast is
 * encoded once for all of them. Stateless.
 *
 * @param <I> what clients send
 * @param <O> what the server sends
 */
interface Protocol<I, O> {

    /**
     * Reads what a client wants.
     *
     * @throws FrameException it is no JSON, or the message in it is of no known type or breaks its contract
     */
    Inbound<I> read(JsonReader frame);

    /**
     * Encodes a message of the server.
     *
     * @param room the room it is aimed at; null for frames that are aimed at a connection, a user or everyone
     */
    TextFrame message(O message, @Nullable String room);

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

    TextFrame error(@Nullable String id, ErrorAnswer error);

    TextFrame joined(@Nullable String id, String room);

    TextFrame left(@Nullable String id, String room);

    TextFrame pong(@Nullable String id);

    /** The answer to a client that says hello: who it is here, and which contract this is. */
    TextFrame ready(@Nullable String id, String connectionId, Optional<String> user, String fingerprint);

    TextFrame bye(long retryMillis);

    /**
     * What an error frame says.
     *
     * @param text for people; null where the violations say it
     * @param retryMillis when to try again; 0 where that is not said
     */
    record ErrorAnswer(String code, @Nullable String text, List<Violation> violations, long retryMillis) {

        static ErrorAnswer of(String code, String text) {
            return new ErrorAnswer(code, text, List.of(), 0);
        }

        /** A name that no room can have. Its components are no fields of the frame: they are named in the texts. */
        static ErrorAnswer ofRoom(FrameException refused, String path) {
            List<Violation> violations = refused.violations().stream()
                    .map(violation -> new Violation(
                            path,
                            violation.rule(),
                            (violation.path() + " " + violation.message())
                                    .replaceFirst("^/", "")
                                    .strip()))
                    .toList();
            return new ErrorAnswer("room-invalid", null, violations, 0);
        }

        static ErrorAnswer of(FrameException refused) {
            String text = refused.violations().isEmpty() ? refused.getMessage() : null;
            return new ErrorAnswer(refused.code(), text, refused.violations(), 0);
        }
    }
}
