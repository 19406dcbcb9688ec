package dev.strait.runtime.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One frame as it came in: a JSON object whose syntax was checked to its last character, with the fields that belong to
 * the protocol read. The message in it is read by a generated codec, from {@link #reader()}.
 */
public final class Frame {

    private static final int ID_CHARS = 64;

    private final String text;
    private @Nullable String type;
    private @Nullable String room;
    private @Nullable String controlRoom;
    private @Nullable String id;
    private @Nullable String answerTo;
    private @Nullable Violation wrongId;
    private boolean typeIsText = true;
    private boolean roomIsText = true;

    private Frame(String text) {
        this.text = text;
    }

    /**
     * Reads the frame's envelope and checks that the whole of it is one JSON object (RFC 8259), without duplicate names,
     * lone surrogates or anything behind it, and within the limits on depth, tokens and lengths.
     *
     * @throws FrameException {@code malformed}, with the position
     */
    public static Frame parse(String text) {
        Frame frame = new Frame(text);
        boolean mayHaveLoneSurrogates = text.indexOf('\\') >= 0 || Surrogates.anyLone(text);
        try (JsonParser parser = JsonLimits.FACTORY.createParser(text)) {
            if (text.startsWith("\uFEFF") || parser.nextToken() != JsonToken.START_OBJECT) {
                throw FrameException.malformed("A frame is one JSON object.");
            }
            frame.scan(parser, mayHaveLoneSurrogates);
            if (parser.nextToken() != null) {
                throw FrameException.malformed("There is something behind the JSON object, at character "
                        + parser.currentTokenLocation().getCharOffset() + ".");
            }
        } catch (StreamConstraintsException tooMuch) {
            throw FrameException.malformed("The JSON breaks a limit on depth, tokens, names or numbers.");
        } catch (JsonProcessingException notJson) {
            throw FrameException.malformed("Not valid JSON at character "
                    + (notJson.getLocation() == null ? 0 : notJson.getLocation().getCharOffset()) + ".");
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from a String", impossible);
        }
        return frame;
    }

    /** The value of {@code type}; null where there is none. */
    public @Nullable String type() {
        return type;
    }

    /** The value of {@code $room}; null where there is none. */
    public @Nullable String room() {
        return room;
    }

    /** The value of {@code room} in a frame of the protocol's own; null where there is none, or no string. */
    public @Nullable String controlRoom() {
        return controlRoom;
    }

    /** The value of {@code $id} as JSON, to be echoed as {@code $re}; null where there is none. */
    public @Nullable String id() {
        return id;
    }

    /** The value of {@code $re} as JSON; null where there is none. */
    public @Nullable String answerTo() {
        return answerTo;
    }

    /**
     * Refuses a frame whose envelope has fields of the wrong type.
     *
     * @throws FrameException {@code invalid}, with their paths
     */
    public void requireEnvelope() {
        Violations wrong = new Violations();
        if (!typeIsText) {
            wrong.add("type", "must be a string", "type");
        }
        if (!roomIsText) {
            wrong.add("type", "must be a string", "$room");
        }
        if (wrongId != null) {
            wrong.add(wrongId.rule(), wrongId.message(), wrongId.path());
        }
        wrong.throwIfAny();
    }

    /**
     * The same for a direction with several messages, where a frame without {@code type} says nothing.
     *
     * @throws FrameException {@code invalid}, naming {@code /type}
     */
    public String requireType() {
        requireEnvelope();
        if (type == null) {
            throw FrameException.invalid(List.of(new Violation("/type", "required", "is required")));
        }
        return type;
    }

    /**
     * The frame's type where the direction has one message, whose name may then be absent.
     *
     * @throws FrameException {@code invalid}, if the envelope has fields of the wrong type
     */
    public String typeOr(String only) {
        requireEnvelope();
        return type == null ? only : type;
    }

    /** A new reader that stands before the frame's object. */
    public JsonReader reader() {
        return new JsonReader(text);
    }

    private void scan(JsonParser parser, boolean mayHaveLoneSurrogates) throws IOException {
        int depth = 1;
        while (depth > 0) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw FrameException.malformed("The JSON object does not end.");
            }
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            }
            if (mayHaveLoneSurrogates
                    && (token == JsonToken.FIELD_NAME || token == JsonToken.VALUE_STRING)
                    && Surrogates.anyLone(parser.getText())) {
                throw FrameException.malformed("A string holds half of a surrogate pair, at character "
                        + parser.currentTokenLocation().getCharOffset() + ".");
            }
            if ((depth == 1 && token.isScalarValue()) || (depth == 2 && token.isStructStart())) {
                field(parser, token);
            }
        }
    }

    private void field(JsonParser parser, JsonToken token) throws IOException {
        if (!parser.getParsingContext().inObject() && !token.isStructStart()) {
            return;
        }
        // At the start of a structure the parser already stands inside of it: the name is its parent's.
        String name =
                token.isStructStart() ? parser.getParsingContext().getParent().getCurrentName() : parser.currentName();
        if (name == null) {
            return;
        }
        boolean isText = token == JsonToken.VALUE_STRING;
        switch (name) {
            case "type" -> {
                typeIsText = isText;
                type = isText ? parser.getText() : null;
            }
            case "$room" -> {
                roomIsText = isText;
                room = isText ? parser.getText() : null;
            }
            case "room" -> controlRoom = isText ? parser.getText() : null;
            case "$id" -> id = correlation(parser, token, "$id");
            case "$re" -> answerTo = correlation(parser, token, "$re");
            default -> {}
        }
    }

    private @Nullable String correlation(JsonParser parser, JsonToken token, String name) throws IOException {
        String value = token.isScalarValue() ? parser.getText() : "";
        if (token == JsonToken.VALUE_STRING && value.length() <= ID_CHARS) {
            return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(value)) + '"';
        }
        if (token == JsonToken.VALUE_NUMBER_INT && value.length() <= ID_CHARS) {
            return value;
        }
        wrongId = new Violation(name, "type", "must be an integer or a string of at most " + ID_CHARS + " characters");
        return null;
    }
}
