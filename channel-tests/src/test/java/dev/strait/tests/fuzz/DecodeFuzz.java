package dev.strait.tests.fuzz;

import dev.strait.runtime.json.FrameException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Decodes arbitrary frames: text and bytes give the same result, and decoded messages survive a round trip. */
public final class DecodeFuzz {

    private static final FormCodec CODEC = new FormCodec();

    private DecodeFuzz() {}

    /** The entry point for Jazzer. */
    public static void fuzzerTestOneInput(byte[] frame) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(frame))
                    .toString();
        } catch (CharacterCodingException malformed) {
            require(isRefused(frame), "accepts malformed UTF-8");
            return;
        }
        Object fromText = outcome(text);
        Object fromBytes = outcome(frame);
        require(fromText.equals(fromBytes), "text: " + fromText + ", bytes: " + fromBytes);
        if (fromText instanceof Form.ToServer message) {
            require(ReaderFuzz.isValidForJackson(text), "accepts malformed JSON");
            require(
                    message.equals(CODEC.decodeToServer(CODEC.encodeToServer(message))),
                    "the round trip changes " + message);
            require(
                    message.equals(CODEC.decodeToServer(CODEC.encodeToServerUtf8(message))),
                    "the round trip changes " + message);
        }
    }

    /** Returns whether the frame is malformed, or exceeds a limit before that is found: it is not read further then. */
    private static boolean isRefused(byte[] malformed) {
        try {
            CODEC.decodeToServer(malformed);
            return false;
        } catch (FrameException e) {
            return e.code().equals("malformed") || e.isOverLimit();
        }
    }

    private static Object outcome(String frame) {
        try {
            return CODEC.decodeToServer(frame);
        } catch (FrameException e) {
            return e.code() + e.violations();
        }
    }

    private static Object outcome(byte[] frame) {
        try {
            return CODEC.decodeToServer(frame);
        } catch (FrameException e) {
            return e.code() + e.violations();
        }
    }

    private static void require(boolean condition, String failure) {
        if (!condition) {
            throw new AssertionError(failure);
        }
    }
}
