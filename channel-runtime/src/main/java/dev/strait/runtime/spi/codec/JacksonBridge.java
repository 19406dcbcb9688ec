package dev.strait.runtime.spi.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.strait.runtime.json.JsonAdapter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes raw JSON components, and foreign types through a {@link JsonAdapter}. The only class here that needs
 * Jackson. It is loaded only if a contract uses one of these.
 */
@SuppressWarnings("exports") // its users have Jackson; modules without a JsonNode must not need it
public final class JacksonBridge {

    /** Keeps numbers as they are written: a double would turn 1e400 into an infinity, and 600.00 is not 6E+2. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final ObjectMapper ASCII =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private JacksonBridge() {}

    /** Reads any JSON value except {@code null}, which is a violation. */
    public static @Nullable JsonNode read(JsonReader in) {
        if (in.isNull()) {
            in.violations().add("type", "must not be null");
            return null;
        }
        int flaws = in.flaws();
        String json = in.raw();
        JsonNode node = in.flaws() == flaws ? node(json) : null;
        if (in.flaws() == flaws && (node == null || !isBounded(node))) {
            in.violations().add("type", Decimals.EXPONENT);
            return null;
        }
        return node;
    }

    /** Reads a value of a foreign type. An exception of the adapter is a violation. */
    public static <T> @Nullable T read(JsonReader in, JsonAdapter<T> adapter) {
        JsonNode json = read(in);
        if (json == null) {
            return null;
        }
        try {
            return adapter.fromJson(json);
        } catch (Exception refused) {
            in.rejectedValue(refused);
            return null;
        }
    }

    /** Writes a JSON value. */
    public static void write(JsonWriter out, JsonNode json) {
        if (json == null || json.isNull() || json.isMissingNode()) {
            throw out.isNull();
        }
        if (!isWritable(json, JsonLimits.DEPTH - 1)) {
            throw new IllegalArgumentException("A JsonNode is nested too deeply, or contains NaN or an infinity.");
        }
        out.raw(text(json));
    }

    /** Writes a value of a foreign type. */
    public static <T> void write(JsonWriter out, T value, JsonAdapter<T> adapter) {
        if (value == null) {
            throw out.isNull();
        }
        write(out, adapter.toJson(value));
    }

    /** Parses a checked value; returns null if the exponent of a number exceeds that of BigDecimal. */
    private static @Nullable JsonNode node(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (NumberFormatException exponent) {
            return null;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("reading a checked value", e);
        }
    }

    /** Whether the exponents of all decimals are small enough to compute with. */
    private static boolean isBounded(JsonNode json) {
        if (json.isBigDecimal()) {
            return Math.abs((long) json.decimalValue().scale()) <= JsonLimits.SCALE;
        }
        for (JsonNode held : json) {
            if (!isBounded(held)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWritable(JsonNode json, int depth) {
        if ((json.isDouble() || json.isFloat()) && !Double.isFinite(json.doubleValue())) {
            return false;
        }
        if (json.isContainerNode() && depth == 0) {
            return false;
        }
        for (JsonNode held : json) {
            if (!isWritable(held, depth - 1)) {
                return false;
            }
        }
        return true;
    }

    /** Writes unpaired surrogates as escapes, because UTF-8 cannot encode them. */
    private static String text(JsonNode json) {
        try {
            String text = MAPPER.writeValueAsString(json);
            return Surrogates.firstLone(text, 0, text.length()) < 0 ? text : ASCII.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }
}
