package dev.strait.runtime.spi.codec;

import java.lang.ref.SoftReference;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes one frame for a generated codec. What JSON or the wire cannot carry is refused where it is written: a null where
 * the contract has no null (NullPointerException), and NaN or an infinity (IllegalArgumentException), each with its path.
 *
 * <p>Close it: a platform thread has one buffer for all of its frames. Used by one thread.
 */
public final class JsonWriter extends JsonBuffer implements AutoCloseable {

    private static final JsonConstant NULL = JsonConstant.of("null");
    private static final JsonConstant TRUE = JsonConstant.of("true");
    private static final JsonConstant FALSE = JsonConstant.of("false");

    /** Softly, so that a container's threads do not keep an application that was undeployed. */
    private static final ThreadLocal<@Nullable SoftReference<JsonWriter>> OF_THREAD = new ThreadLocal<>();

    /** A record that is being written may have another one written. */
    private boolean isTaken = true;

    private JsonWriter() {}

    /** A writer of a text. */
    public static JsonWriter ofText() {
        return begin(false);
    }

    /** A writer of bytes in UTF-8. */
    public static JsonWriter ofUtf8() {
        return begin(true);
    }

    private static JsonWriter begin(boolean inUtf8) {
        JsonWriter writer = CurrentThread.isVirtual() ? new JsonWriter() : ofThread();
        writer.start(inUtf8);
        return writer;
    }

    private static JsonWriter ofThread() {
        SoftReference<JsonWriter> reference = OF_THREAD.get();
        JsonWriter known = reference == null ? null : reference.get();
        if (known == null) {
            JsonWriter created = new JsonWriter();
            OF_THREAD.set(new SoftReference<>(created));
            return created;
        }
        if (known.isTaken) {
            return new JsonWriter();
        }
        known.isTaken = true;
        return known;
    }

    /** The frame that was written to a writer {@linkplain #ofText() of a text}. */
    public String finish() {
        return text();
    }

    /** The frame that was written to a writer {@linkplain #ofUtf8() of bytes}. */
    public byte[] finishUtf8() {
        return utf8();
    }

    /** Gives the buffer back. */
    @Override
    public void close() {
        shrink();
        isTaken = false;
    }

    /** Begins the object of a message, or of one of several records, by its type. */
    public JsonWriter type(JsonConstant type) {
        deeper();
        put(type);
        return this;
    }

    public JsonWriter beginObject() {
        open('{');
        return this;
    }

    /** Begins the object of a record or map, which must be there. */
    public JsonWriter beginObject(Object value) {
        required(value);
        return beginObject();
    }

    public JsonWriter endObject() {
        shut('}');
        return this;
    }

    /** Starts a field; a value follows. */
    public JsonWriter name(JsonConstant name) {
        putName(name);
        return this;
    }

    /** Starts an entry of a map; a value follows. */
    public JsonWriter key(@Nullable String name) {
        if (name == null) {
            throw new NullPointerException("A map has a null key, which JSON does not support.");
        }
        separate();
        value(name);
        put(':');
        return this;
    }

    /** The same for a key that is its text. */
    public JsonWriter key(@Nullable Object key) {
        return key(key == null ? null : key.toString());
    }

    /** The same for an enum's constant. */
    public <E extends Enum<E>> JsonWriter key(@Nullable E key, EnumNames<E> names) {
        if (key == null) {
            return key((String) null);
        }
        separate();
        put(names.quoted(key));
        put(':');
        return this;
    }

    public JsonWriter beginArray() {
        open('[');
        return this;
    }

    /** Begins the array of a list or set, which must be there. */
    public JsonWriter beginArray(Object value) {
        required(value);
        return beginArray();
    }

    /** Starts an element; a value follows. */
    public JsonWriter element() {
        separate();
        return this;
    }

    public JsonWriter endArray() {
        shut(']');
        return this;
    }

    public void value(boolean value) {
        put(value ? TRUE : FALSE);
    }

    public void value(long value) {
        putLong(value);
    }

    public void value(float value) {
        if (!Float.isFinite(value)) {
            throw isNotFinite();
        }
        putAscii(Float.toString(value));
    }

    /** A double in its shortest form. */
    public void value(double value) {
        if (!putDouble(value)) {
            if (!Double.isFinite(value)) {
                throw isNotFinite();
            }
            putAscii(Digits.shortest(value));
        }
    }

    public void value(char value) {
        putString(String.valueOf(value));
    }

    public void value(BigInteger value) {
        putAscii(required(value).toString());
    }

    public void value(BigDecimal value) {
        putAscii(required(value).toString());
    }

    /** A string; half of a surrogate pair, which UTF-8 cannot carry, is written as an escape. */
    public void value(String value) {
        putString(required(value));
    }

    /** Bytes in base64, with padding. */
    public void value(byte[] value) {
        put('"');
        putAscii(Base64.getEncoder().encodeToString(required(value)));
        put('"');
    }

    public <E extends Enum<E>> void value(E value, EnumNames<E> names) {
        put(names.quoted(required(value)));
    }

    /** A value of a {@link TextFormat}, by its {@code toString}. */
    public void text(Object value) {
        putString(required(value).toString());
    }

    public void nullValue() {
        put(NULL);
    }

    /** JSON that is already written, such as an id to echo. */
    public void raw(String json) {
        putRaw(json);
    }

    /** A value that must be there. */
    public <T> T required(T value) {
        if (value == null) {
            throw isNull();
        }
        return value;
    }

    NullPointerException isNull() {
        return new NullPointerException(where() + " is null, but the contract does not allow null.");
    }

    private IllegalArgumentException isNotFinite() {
        return new IllegalArgumentException(where() + " is NaN or infinite, which JSON does not support.");
    }

    private String where() {
        JsonInput written = written();
        return JsonPointers.of(written, Set.of(written.end)).getOrDefault(written.end, "");
    }
}
