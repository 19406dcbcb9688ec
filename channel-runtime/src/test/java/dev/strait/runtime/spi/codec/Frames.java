package dev.strait.runtime.spi.codec;

import dev.strait.runtime.json.FrameException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads frames with one field {@code v}, or with none that anybody knows. */
final class Frames {

    private static final FieldNames V = FieldNames.of("v");
    private static final FieldNames NONE = FieldNames.of();

    private Frames() {}

    /** Reads a value; null where it noted a violation. */
    interface Read<T> {
        @Nullable
        T from(JsonReader in);
    }

    /** The code of the refusal of a whole frame that nobody knows anything of; null if it is right. */
    static @Nullable String refusal(JsonReader in) {
        try {
            in.controlType();
            in.anyOrder(NONE, 0);
            in.end();
            return null;
        } catch (FrameException refused) {
            return refused.code();
        }
    }

    /** The same for a text and its bytes, which must agree. */
    static @Nullable String refusal(String frame) {
        String ofText = refusal(JsonReader.of(frame));
        String ofBytes = refusal(JsonReader.of(frame.getBytes(StandardCharsets.UTF_8)));
        if (ofText == null ? ofBytes != null : !ofText.equals(ofBytes)) {
            throw new AssertionError(frame + " as text: " + ofText + ", as bytes: " + ofBytes);
        }
        return ofText;
    }

    /** The field's value, from a text. */
    static <T> T value(String json, Read<T> read) {
        return value(JsonReader.of("{\"v\":" + json + "}"), read);
    }

    static <T> T value(JsonReader in, Read<T> read) {
        in.controlType();
        if (in.anyOrder(V, 0) != 0) {
            throw new AssertionError("no field");
        }
        T value = read.from(in);
        in.anyOrder(V, 1);
        in.end(); // refuses what was not read, for which there was a null
        return Objects.requireNonNull(value);
    }

    /** The same from a text and from its bytes, which must agree. */
    static <T> T both(String json, Read<T> read) {
        T ofText = value(json, read);
        T ofBytes = value(JsonReader.of(("{\"v\":" + json + "}").getBytes(StandardCharsets.UTF_8)), read);
        if (!ofText.equals(ofBytes)) {
            throw new AssertionError(json + " as text: " + ofText + ", as bytes: " + ofBytes);
        }
        return ofText;
    }
}
