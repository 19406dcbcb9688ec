package dev.strait.runtime.codec;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Components that are raw JSON. The only class here that needs jackson-databind; it is loaded only where one is used. */
@SuppressWarnings("exports") // who uses it has Jackson; a module that has no JsonNode must not need it
public final class JacksonBridge {

    /** Numbers keep their digits: a double would turn 1e400 into an infinity. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final ObjectReader READER = MAPPER.reader();

    private JacksonBridge() {}

    /** Any JSON value but {@code null}, which is a violation. */
    public static @Nullable JsonNode read(JsonReader in) {
        if (in.isNull()) {
            in.violations().add("type", "must not be null");
            return null;
        }
        try {
            return READER.readTree(in.parser());
        } catch (IOException e) {
            throw new UncheckedIOException("reading a checked frame", e);
        }
    }

    public static void write(JsonWriter out, JsonNode node) {
        if (node == null || node.isNull()) {
            throw new NullPointerException("A JsonNode is null, and its contract has no null there.");
        }
        try {
            MAPPER.writeTree(out.generator(), node);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }
}
