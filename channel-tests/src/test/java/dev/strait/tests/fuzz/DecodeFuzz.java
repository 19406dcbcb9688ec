package dev.strait.tests.fuzz;

import dev.strait.runtime.json.FrameException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Generated code over any frame: text and bytes lead to the same, and what is read is written and read again. */
public final class DecodeFuzz {

    private static final FormCodec CODEC = new FormCodec();

    private DecodeFuzz() {}

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] frame) {
        Object ofBytes = outcome(frame);
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(frame))
                    .toString();
        } catch (CharacterCodingException malformed) {
            require(ofBytes.equals("malformed[]"), "accepts what is not UTF-8");
            return;
        }
        Object ofText = outcome(text);
        require(ofText.equals(ofBytes), "text: " + ofText + ", bytes: " + ofBytes);
        if (ofText instanceof Form.ToServer message) {
            require(ReaderFuzz.isRightForJackson(text), "accepts what is no JSON");
            require(
                    message.equals(CODEC.decodeToServer(CODEC.encodeToServer(message))),
                    "written otherwise: " + message);
            require(
                    message.equals(CODEC.decodeToServer(CODEC.encodeToServerUtf8(message))),
                    "written otherwise: " + message);
        }
    }

    private static Object outcome(String frame) {
        try {
            return CODEC.decodeToServer(frame);
        } catch (FrameException refused) {
            return refused.code() + refused.violations();
        }
    }

    private static Object outcome(byte[] frame) {
        try {
            return CODEC.decodeToServer(frame);
        } catch (FrameException refused) {
            return refused.code() + refused.violations();
        }
    }

    private static void require(boolean isSo, String otherwise) {
        if (!isSo) {
            throw new AssertionError(otherwise);
        }
    }
}
