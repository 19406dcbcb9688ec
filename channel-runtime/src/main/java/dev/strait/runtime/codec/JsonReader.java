package dev.strait.runtime.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of one frame for a generated codec. A value of the wrong JSON type is noted as a violation and
 * skipped, so that a message's mistakes are all found in one pass; what a method then returns must not be used, and
 * need not be looked at before {@link #violations()} is empty. Nothing is coerced from one JSON type to another.
 */
public final class JsonReader {

    /**
     * Reads one element of a list, set or map.
     *
     * @param <T> its type
     */
    @FunctionalInterface
    public interface Element<T extends @Nullable Object> {
        @Nullable
        T read(JsonReader in);
    }

    private final JsonParser parser;
    private final Violations violations;

    JsonReader(String text) {
        try {
            parser = JsonLimits.FACTORY.createParser(text);
            parser.nextToken();
        } catch (IOException e) {
            throw new UncheckedIOException("reading a checked frame", e);
        }
        violations =
                new Violations(() -> parser.getParsingContext().pathAsPointer().toString());
    }

    /** What was found so far; what is added is placed relative to the value that was read last. */
    public Violations violations() {
        return violations;
    }

    /** Enters an object; false, with a violation, if the value is none. */
    public boolean beginObject() {
        return parser.currentToken() == JsonToken.START_OBJECT || mismatch("must be an object");
    }

    /** Goes to the value of the next field that {@code names} knows, and skips others; {@link FieldNames#END} at the end. */
    public int nextField(FieldNames names) {
        while (next() == JsonToken.FIELD_NAME) {
            int field = names.indexOf(fieldName());
            next();
            if (field != FieldNames.END) {
                return field;
            }
            skipChildren();
        }
        return FieldNames.END;
    }

    /** Marks a field as seen; a second time, by way of an alias, is a violation. */
    public long once(long seen, int field) {
        long bit = 1L << field;
        if ((seen & bit) != 0) {
            violations.add("duplicate", "is there twice, under an old name too");
        }
        return seen | bit;
    }

    /** Notes a violation for each field of {@code required} that is not in {@code seen}. */
    public void require(FieldNames names, long seen, long required) {
        long missing = required & ~seen;
        for (int field = 0; missing != 0 && field < names.count(); field++) {
            if ((missing & 1L << field) != 0) {
                violations.add("required", "is required", names.name(field));
            }
        }
    }

    /** Notes what a record's constructor objected to, in its own words. */
    public void rejected(RuntimeException objection) {
        String text = objection instanceof NullPointerException || objection.getMessage() == null
                ? "is not a valid combination"
                : Printable.of(objection.getMessage());
        violations.add("constructor", text);
    }

    /** Whether the value is {@code null}. */
    public boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    public boolean booleanValue() {
        JsonToken token = parser.currentToken();
        return token == JsonToken.VALUE_TRUE || (token != JsonToken.VALUE_FALSE && mismatch("must be true or false"));
    }

    public byte byteValue() {
        return (byte) integer(Byte.MIN_VALUE, Byte.MAX_VALUE);
    }

    public short shortValue() {
        return (short) integer(Short.MIN_VALUE, Short.MAX_VALUE);
    }

    public int intValue() {
        return (int) integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** An integer without fraction or exponent: {@code 1.0} and {@code 1e3} are refused. */
    public long longValue() {
        return integer(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    public float floatValue() {
        float value = isNumber() ? Float.parseFloat(text()) : 0;
        if (Float.isInfinite(value)) {
            violations.add("type", "must be a number that a float can hold");
        }
        return value;
    }

    public double doubleValue() {
        double value = isNumber() ? Double.parseDouble(text()) : 0;
        if (Double.isInfinite(value)) {
            violations.add("type", "must be a number that a double can hold");
        }
        return value;
    }

    public char charValue() {
        String text = string();
        if (text != null && text.length() == 1) {
            return text.charAt(0);
        }
        if (text != null) {
            violations.add("type", "must be one character");
        }
        return 0;
    }

    public @Nullable BigInteger bigInteger() {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return new BigInteger(text());
        }
        mismatch("must be an integer");
        return null;
    }

    public @Nullable BigDecimal bigDecimal() {
        if (!isNumber()) {
            return null;
        }
        BigDecimal value;
        try {
            value = new BigDecimal(text());
        } catch (NumberFormatException exponentBeyondInt) {
            value = null;
        }
        if (value == null || Math.abs((long) value.scale()) > JsonLimits.SCALE) {
            violations.add("type", "must have an exponent of at most " + JsonLimits.SCALE);
        }
        return value;
    }

    /** A string without a constraint on its length: at most 16,384 characters. */
    public @Nullable String string() {
        return string(JsonLimits.STRING_CHARS);
    }

    /** A string of at most {@code most} characters (UTF-16 units). */
    public @Nullable String string(int most) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            mismatch("must be a string");
            return null;
        }
        String text = text();
        if (text.length() > most) {
            violations.add("size", "must have at most " + most + " characters");
            return null;
        }
        return text;
    }

    public <E extends Enum<E>> @Nullable E constant(EnumNames<E> names) {
        String text = string();
        E constant = text == null ? null : names.find(text);
        if (text != null && constant == null) {
            violations.add("enum", names.message());
        }
        return constant;
    }

    public <T> @Nullable T text(TextFormat<T> format) {
        String text = string();
        T value = text == null ? null : format.parse(text);
        if (text != null && value == null) {
            violations.add("format", format.message());
        }
        return value;
    }

    /** An unmodifiable list in the order of the array. */
    public <T extends @Nullable Object> @Nullable List<T> list(Element<T> element) {
        List<T> elements = new ArrayList<>();
        return elements(elements, element) ? Collections.unmodifiableList(elements) : null;
    }

    /** An unmodifiable set in the order of the array; equal elements become one. */
    public <T extends @Nullable Object> @Nullable Set<T> set(Element<T> element) {
        Set<T> elements = new LinkedHashSet<>();
        return elements(elements, element) ? Collections.unmodifiableSet(elements) : null;
    }

    /** An unmodifiable map in the order of the object. */
    public <T extends @Nullable Object> @Nullable Map<String, T> map(Element<T> value) {
        if (!beginObject()) {
            return null;
        }
        Map<String, T> entries = new LinkedHashMap<>();
        while (next() == JsonToken.FIELD_NAME) {
            String key = fieldName();
            next();
            int before = violations.size();
            T read = value.read(this);
            if (violations.size() == before) {
                entries.put(key, cast(read));
            }
        }
        return Collections.unmodifiableMap(entries);
    }

    JsonParser parser() {
        return parser;
    }

    private <T extends @Nullable Object> boolean elements(Collection<T> into, Element<T> element) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            return mismatch("must be an array");
        }
        while (next() != JsonToken.END_ARRAY) {
            int before = violations.size();
            T read = element.read(this);
            if (violations.size() == before) {
                into.add(cast(read));
            }
        }
        return true;
    }

    /** Null only for a nullable T: everything else that returned null noted a violation. */
    @SuppressWarnings("NullAway")
    private static <T extends @Nullable Object> T cast(@Nullable T read) {
        return read;
    }

    private long integer(long least, long most) {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            String text = text();
            if (text.length() <= 20) {
                BigInteger value = new BigInteger(text);
                if (value.bitLength() < Long.SIZE && value.longValue() >= least && value.longValue() <= most) {
                    return value.longValue();
                }
            }
            violations.add("type", "must be an integer between " + least + " and " + most);
            return 0;
        }
        mismatch("must be an integer");
        return 0;
    }

    private boolean isNumber() {
        JsonToken token = parser.currentToken();
        return token == JsonToken.VALUE_NUMBER_INT
                || token == JsonToken.VALUE_NUMBER_FLOAT
                || mismatch("must be a number");
    }

    private boolean mismatch(String message) {
        violations.add("type", isNull() ? "must not be null" : message);
        skipChildren();
        return false;
    }

    // The frame was checked as a whole before, so these can fail only by a mistake of ours.

    private JsonToken next() {
        try {
            return parser.nextToken();
        } catch (IOException e) {
            throw new UncheckedIOException("reading a checked frame", e);
        }
    }

    private void skipChildren() {
        try {
            parser.skipChildren();
        } catch (IOException e) {
            throw new UncheckedIOException("reading a checked frame", e);
        }
    }

    private String text() {
        try {
            return parser.getText();
        } catch (IOException e) {
            throw new UncheckedIOException("reading a checked frame", e);
        }
    }

    private String fieldName() {
        try {
            return parser.currentName();
        } catch (IOException e) {
            throw new UncheckedIOException("reading a checked frame", e);
        }
    }
}
