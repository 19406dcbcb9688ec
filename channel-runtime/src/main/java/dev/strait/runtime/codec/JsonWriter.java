package dev.strait.runtime.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes one frame for a generated codec. What JSON or the wire cannot carry is refused where it is written: a null where
 * the contract has no null (NullPointerException), and NaN or an infinity (IllegalArgumentException).
 */
public final class JsonWriter {

    /**
     * Writes one element of an array, or one value of an object.
     *
     * @param <T> its type
     */
    @FunctionalInterface
    public interface Element<T extends @Nullable Object> {
        void write(JsonWriter out, T value);
    }

    private final StringWriter text = new StringWriter(128);
    private final JsonGenerator generator;
    private String name = "";

    /** A writer of one frame. */
    public JsonWriter() {
        try {
            generator = JsonLimits.FACTORY.createGenerator(text);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }

    /** The frame, once its object is ended. */
    public String finish() {
        run(generator::close);
        return text.toString();
    }

    public JsonWriter beginObject() {
        run(generator::writeStartObject);
        return this;
    }

    public JsonWriter endObject() {
        run(generator::writeEndObject);
        return this;
    }

    /** Starts a field; a value follows. */
    public JsonWriter name(String field) {
        name = field;
        run(() -> generator.writeFieldName(field));
        return this;
    }

    public void value(boolean value) {
        run(() -> generator.writeBoolean(value));
    }

    public void value(long value) {
        run(() -> generator.writeNumber(value));
    }

    public void value(float value) {
        requireFinite(Float.isFinite(value));
        run(() -> generator.writeNumber(value));
    }

    public void value(double value) {
        requireFinite(Double.isFinite(value));
        run(() -> generator.writeNumber(value));
    }

    public void value(char value) {
        value(String.valueOf(value));
    }

    public void value(BigInteger value) {
        present(value);
        run(() -> generator.writeNumber(value));
    }

    public void value(BigDecimal value) {
        present(value);
        run(() -> generator.writeNumber(value));
    }

    /** A string; half of a surrogate pair, which UTF-8 cannot carry, is written as an escape. */
    public void value(String value) {
        present(value);
        if (Surrogates.anyLone(value)) {
            run(() -> generator.writeRawValue(escaped(value)));
        } else {
            run(() -> generator.writeString(value));
        }
    }

    public void value(Enum<?> value) {
        present(value);
        value(value.name());
    }

    /** A value of a {@link TextFormat}, by its {@code toString}. */
    public void text(Object value) {
        present(value);
        value(value.toString());
    }

    public void nullValue() {
        run(generator::writeNull);
    }

    /** JSON that is already written, such as an id to echo. */
    public void raw(String json) {
        run(() -> generator.writeRawValue(json));
    }

    /** A record as an object. */
    public <T> void object(T value, Element<? super T> fields) {
        present(value);
        beginObject();
        fields.write(this, value);
        endObject();
    }

    public <T extends @Nullable Object> void array(Collection<? extends T> values, Element<? super T> element) {
        present(values);
        String field = name;
        run(generator::writeStartArray);
        for (T value : values) {
            name = field;
            element.write(this, value);
        }
        run(generator::writeEndArray);
    }

    public <T extends @Nullable Object> void map(Map<String, ? extends T> entries, Element<? super T> value) {
        present(entries);
        beginObject();
        entries.forEach((key, entry) -> {
            name(key);
            value.write(this, entry);
        });
        endObject();
    }

    /** The same element where it may be null. */
    public static <T> Element<@Nullable T> orNull(Element<? super T> element) {
        return (out, value) -> {
            if (value == null) {
                out.nullValue();
            } else {
                element.write(out, value);
            }
        };
    }

    JsonGenerator generator() {
        return generator;
    }

    private void present(Object value) {
        if (value == null) {
            throw new NullPointerException("\"" + name + "\" is null, and its contract has no null there.");
        }
    }

    private void requireFinite(boolean isFinite) {
        if (!isFinite) {
            throw new IllegalArgumentException("\"" + name + "\" is NaN or infinite, which JSON cannot carry.");
        }
    }

    private static String escaped(String value) {
        StringBuilder quoted = new StringBuilder().append('"');
        for (int i = 0; i < value.length(); i++) {
            char unit = value.charAt(i);
            if (Character.isSurrogate(unit)) {
                quoted.append(String.format("\\u%04x", (int) unit));
            } else {
                quoted.append(JsonStringEncoder.getInstance().quoteAsString(String.valueOf(unit)));
            }
        }
        return quoted.append('"').toString();
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    private static void run(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }
}
