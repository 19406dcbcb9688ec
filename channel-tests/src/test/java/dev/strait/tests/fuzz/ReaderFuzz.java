package dev.strait.tests.fuzz;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.strait.runtime.json.FrameException;
import dev.strait.runtime.spi.codec.JsonReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Is a frame one JSON object? Compares the JSON reader, on bytes and on text, with jackson-core in its strictest configuration.
 *
 * <p>Intended differences: {@link #isAcceptedByJacksonOnly}.
 */
public final class ReaderFuzz {

    private static final JsonFactory JACKSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxNameLength(256)
                    .maxNumberLength(100)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .configure(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES, false)
            .build();

    private static final Set<String> ENVELOPE = Set.of("/type", "/$id", "/$room", "/$re");

    private ReaderFuzz() {}

    /** The entry point for Jazzer. */
    public static void fuzzerTestOneInput(byte[] frame) {
        boolean isJson = isValid(JsonReader.of(frame));
        String text = decoded(frame);
        if (text != null && isValid(JsonReader.of(text)) != isJson) {
            throw new AssertionError("text and bytes differ; bytes are valid: " + isJson);
        }
        if (isJson != isValidForJackson(text)) {
            throw new AssertionError("Jackson differs; valid for Strait: " + isJson);
        }
    }

    /** Frames with an unknown type or an invalid envelope are JSON objects, too. */
    private static boolean isValid(JsonReader in) {
        try {
            throw in.unknownType();
        } catch (FrameException e) {
            return e.code().equals("unknown-type")
                    || (e.code().equals("invalid")
                            && e.violations().stream()
                                    .allMatch(violation -> ENVELOPE.contains(violation.path())
                                            && !violation.rule().equals("duplicate")));
        }
    }

    static boolean isValidForJackson(@Nullable String text) {
        if (text == null) {
            return false; // malformed UTF-8, which Jackson accepts in part
        }
        int tokens = 0;
        try (JsonParser parser = JACKSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false; // a frame is an object
            }
            int depth = 1;
            while (depth > 0) {
                JsonToken token = parser.nextToken();
                if (token == null) {
                    return false;
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                tokens += token.isStructEnd() ? 0 : 1;
                if ((token == JsonToken.FIELD_NAME || token == JsonToken.VALUE_STRING)
                        && hasLoneSurrogate(parser.getText())) {
                    return false; // UTF-8 cannot represent it, even if it is escaped
                }
            }
            return parser.nextToken() == null && !isAcceptedByJacksonOnly(text, tokens);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isAcceptedByJacksonOnly(String text, int tokens) {
        boolean hasTooManyTokens = tokens + 1 > 4_096; // values and names; Jackson counts brackets as well
        boolean hasByteOrderMark = text.startsWith("\ufeff");
        return hasTooManyTokens || hasByteOrderMark || hasHexDigitsBeyondAscii(text);
    }

    /** Jackson reads only the low byte of each digit of an escape, so it takes U+0365 for an e. */
    private static boolean hasHexDigitsBeyondAscii(String text) {
        int at = text.indexOf('\\');
        while (at >= 0 && at + 1 < text.length()) {
            if (text.charAt(at + 1) == 'u') {
                String digits = text.substring(at + 2, Math.min(at + 6, text.length()));
                if (digits.chars().anyMatch(digit -> digit > 0x7f)) {
                    return true;
                }
            }
            at = text.indexOf('\\', at + 2);
        }
        return false;
    }

    private static boolean hasLoneSurrogate(String text) {
        return !StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static @Nullable String decoded(byte[] frame) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(frame))
                    .toString();
        } catch (CharacterCodingException malformed) {
            return null;
        }
    }
}
