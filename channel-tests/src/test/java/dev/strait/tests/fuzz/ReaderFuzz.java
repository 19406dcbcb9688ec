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
 * Whether a frame is one JSON object: our reader, from bytes and from text, against jackson-core as strict as it can be.
 *
 * <p>The intended differences, and no others: {@link #isBeyondOurs}.
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

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] frame) {
        boolean isJson = isRight(JsonReader.of(frame));
        String text = decoded(frame);
        if (text != null && isRight(JsonReader.of(text)) != isJson) {
            throw new AssertionError("text and bytes differ, bytes: " + isJson);
        }
        if (isJson != isRightForJackson(text)) {
            throw new AssertionError("Jackson differs, we say: " + isJson);
        }
    }

    /** A frame of a type that nobody knows is right in all that this is about; so is one with an odd envelope. */
    private static boolean isRight(JsonReader in) {
        try {
            throw in.unknownType();
        } catch (FrameException refused) {
            return refused.code().equals("unknown-type")
                    || (refused.code().equals("invalid")
                            && refused.violations().stream()
                                    .allMatch(violation -> ENVELOPE.contains(violation.path())
                                            && !violation.rule().equals("duplicate")));
        }
    }

    static boolean isRightForJackson(@Nullable String text) {
        if (text == null) {
            return false; // not UTF-8, of which Jackson accepts some forms
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
                    return false; // we refuse what UTF-8 cannot carry, also as an escape
                }
            }
            return parser.nextToken() == null && !isBeyondOurs(text, tokens);
        } catch (IOException refused) {
            return false;
        }
    }

    /** What Jackson accepts and we do not. */
    private static boolean isBeyondOurs(String text, int tokens) {
        boolean hasTooManyTokens = tokens + 1 > 4_096; // values and names; Jackson counts brackets as well
        boolean hasByteOrderMark = text.startsWith("\ufeff");
        return hasTooManyTokens || hasByteOrderMark || hasHexDigitsBeyondAscii(text);
    }

    /** Of the digits of an escape Jackson looks at the lowest byte only, so that U+0365 is an e to it. */
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
