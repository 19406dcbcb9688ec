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
        Object fromBytes = outcome(frame);
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(frame))
                    .toString();
        } catch (CharacterCodingException malformed) {
            require(fromBytes.equals("malformed[]"), "accepts malformed UTF-8");
            return;
        }
        Object fromText = outcome(text);
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
