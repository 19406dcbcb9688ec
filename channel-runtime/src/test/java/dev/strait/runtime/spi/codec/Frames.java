package dev.strait.runtime.spi.codec;

import dev.strait.runtime.json.FrameException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads frames with the field {@code v} only, or without known fields. */
final class Frames {

    private static final FieldNames V = FieldNames.of("v");
    private static final FieldNames NONE = FieldNames.of();

    private Frames() {}

    /** Reads a value, or returns null after it recorded a violation. */
    interface Read<T> {
        @Nullable
        T from(JsonReader in);
    }

    /** Returns the error code of a frame without known fields, or null if the frame is valid. */
    static @Nullable String errorCode(JsonReader in) {
        try {
            in.controlType();
            in.anyOrder(NONE, 0);
            in.end();
            return null;
        } catch (FrameException exception) {
            return exception.code();
        }
    }

    /** Requires the same result for the text and its UTF-8 bytes. */
    static @Nullable String errorCode(String frame) {
        String ofText = errorCode(JsonReader.of(frame));
        String ofBytes = errorCode(JsonReader.of(frame.getBytes(StandardCharsets.UTF_8)));
        if (ofText == null ? ofBytes != null : !ofText.equals(ofBytes)) {
            throw new AssertionError(frame + " as text: " + ofText + ", as bytes: " + ofBytes);
        }
        return ofText;
    }

    /** Returns the value of the field, read from text. */
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
        in.end(); // throws if a violation was recorded
        return Objects.requireNonNull(value);
    }

    /** Returns the value read from text, and requires the same value from UTF-8 bytes. */
    static <T> T both(String json, Read<T> read) {
        T ofText = value(json, read);
        T ofBytes = value(JsonReader.of(("{\"v\":" + json + "}").getBytes(StandardCharsets.UTF_8)), read);
        if (!ofText.equals(ofBytes)) {
            throw new AssertionError(json + " as text: " + ofText + ", as bytes: " + ofBytes);
        }
        return ofText;
    }
}
