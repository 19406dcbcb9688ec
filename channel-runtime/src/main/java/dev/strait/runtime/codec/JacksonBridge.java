package dev.strait.runtime.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
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

    private JacksonBridge() {}

    /** Any JSON value but {@code null}, which is a violation. */
    public static @Nullable JsonNode read(JsonReader in) {
        if (in.isNull()) {
            in.violations().add("type", "must not be null");
            return null;
        }
        int flaws = in.flaws();
        String json = in.raw();
        return in.flaws() == flaws ? node(json) : null;
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
        try {
            out.raw(MAPPER.writeValueAsString(json));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }

    /** A value of a foreign type. */
    public static <T> void write(JsonWriter out, T value, JsonAdapter<T> adapter) {
        if (value == null) {
            throw out.isNull();
        }
        write(out, adapter.toJson(value));
    }

    private static JsonNode node(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("reading a checked value", e);
        }
    }
}
