package dev.strait.runtime.spi.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.strait.runtime.json.JsonAdapter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Components that are raw JSON, and foreign types by their {@link JsonAdapter}. The only class here that needs Jackson; it is
 * loaded only where a contract has one of these.
 */
@SuppressWarnings("exports") // who uses it has Jackson; a module that has no JsonNode must not need it
public final class JacksonBridge {

    /** Numbers keep their digits: a double would turn 1e400 into an infinity. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final ObjectMapper ASCII =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private JacksonBridge() {}

    /** Any JSON value but {@code null}, which is a violation. */
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

    /** A value of a foreign type; what its adapter throws as an IllegalArgumentException is a violation. */
    public static <T> @Nullable T read(JsonReader in, JsonAdapter<T> adapter) {
        JsonNode json = read(in);
        if (json == null) {
            return null;
        }
        try {
            return adapter.fromJson(json);
        } catch (IllegalArgumentException refused) {
            in.rejectedValue(refused);
            return null;
        }
    }

    public static void write(JsonWriter out, JsonNode json) {
        if (json == null || json.isNull() || json.isMissingNode()) {
            throw out.isNull();
        }
        if (!isWritable(json, JsonLimits.DEPTH - 1)) {
            throw new IllegalArgumentException("A JsonNode is nested too deeply, or contains NaN or an infinity.");
        }
        out.raw(text(json));
    }

    /** A value of a foreign type. */
    public static <T> void write(JsonWriter out, T value, JsonAdapter<T> adapter) {
        if (value == null) {
            throw out.isNull();
        }
        write(out, adapter.toJson(value));
    }

    /** Null where a number has an exponent that no BigDecimal can have. */
    private static @Nullable JsonNode node(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (NumberFormatException exponent) {
            return null;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("reading a checked value", e);
        }
    }

    /** Whether all decimals are such as one can compute with. */
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

    /** Half a surrogate pair, which UTF-8 cannot carry, as an escape. */
    private static String text(JsonNode json) {
        try {
            String text = MAPPER.writeValueAsString(json);
            return Surrogates.firstLone(text, 0, text.length()) < 0 ? text : ASCII.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }
}
