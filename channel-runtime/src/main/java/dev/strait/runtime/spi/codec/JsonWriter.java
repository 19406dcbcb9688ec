package dev.strait.runtime.spi.codec;

import java.lang.ref.WeakReference;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes one frame for a generated codec. Values that JSON or the contract do not allow are refused where they are
 * written: a null (NullPointerException), and NaN or an infinity (IllegalArgumentException). Both messages start with
 * the path of the value.
 *
 * <p>Close each writer, because a platform thread reuses one buffer for all of its frames. Used by one thread.
 */
public final class JsonWriter extends JsonBuffer implements AutoCloseable {

    private static final JsonConstant NULL = JsonConstant.of("null");
    private static final JsonConstant TRUE = JsonConstant.of("true");
    private static final JsonConstant FALSE = JsonConstant.of("false");

    /** Weak references, so that a container's threads do not retain an application that was undeployed. */
    private static final ThreadLocal<@Nullable WeakReference<JsonWriter>> OF_THREAD = new ThreadLocal<>();

    /** Whether a frame is being written. Its records may start another frame, which then gets a writer of its own. */
    private boolean isTaken = true;

    private JsonWriter() {}

    /** Returns a writer of a text. */
    public static JsonWriter ofText() {
        return begin(false);
    }

    /** Returns a writer of UTF-8 bytes. */
    public static JsonWriter ofUtf8() {
        return begin(true);
    }

    private static JsonWriter begin(boolean inUtf8) {
        JsonWriter writer = CurrentThread.isVirtual() ? new JsonWriter() : ofThread();
        writer.start(inUtf8);
        return writer;
    }

    private static JsonWriter ofThread() {
        WeakReference<JsonWriter> reference = OF_THREAD.get();
        JsonWriter known = reference == null ? null : reference.get();
        if (known == null) {
            JsonWriter created = new JsonWriter();
            OF_THREAD.set(new WeakReference<>(created));
            return created;
        }
        if (known.isTaken) {
            return new JsonWriter();
        }
        known.isTaken = true;
        return known;
    }

    /** Returns the frame that was written to a writer {@linkplain #ofText() of a text}. */
    public String finish() {
        return text();
    }

    /** Returns the frame that was written to a writer {@linkplain #ofUtf8() of UTF-8}. */
    public byte[] finishUtf8() {
        return utf8();
    }

    /** Releases the buffer for the next frame. */
    @Override
    public void close() {
        shrink();
        isTaken = false;
    }

    /** Opens the object of a message or variant with its type. */
    public JsonWriter type(JsonConstant type) {
        deeper();
        put(type);
        return this;
    }

    /** Opens an object. */
    public JsonWriter beginObject() {
        open('{');
        return this;
    }

    /** Opens the object of a record or map, which must not be null. */
    public JsonWriter beginObject(Object value) {
        required(value);
        return beginObject();
    }

    /** Closes an object. */
    public JsonWriter endObject() {
        shut('}');
        return this;
    }

    /** Writes the name of a field. Its value follows. */
    public JsonWriter name(JsonConstant name) {
        putName(name);
        return this;
    }

    /** Writes the key of a map. Its value follows. */
    public JsonWriter key(@Nullable String name) {
        if (name == null) {
            throw new NullPointerException("A map has a null key, which JSON does not support.");
        }
        separate();
        value(name);
        put(':');
        return this;
    }

    /** Writes the key of a map in its string form. Its value follows. */
    public JsonWriter key(@Nullable Object key) {
        return key(key == null ? null : key.toString());
    }

    /** Writes an enum constant as the key of a map. Its value follows. */
    public <E extends Enum<E>> JsonWriter key(@Nullable E key, EnumNames<E> names) {
        if (key == null) {
            return key((String) null);
        }
        separate();
        put(names.quoted(key));
        put(':');
        return this;
    }

    /** Opens an array. */
    public JsonWriter beginArray() {
        open('[');
        return this;
    }

    /** Opens the array of a list or set, which must not be null. */
    public JsonWriter beginArray(Object value) {
        required(value);
        return beginArray();
    }

    /** Starts an element. Its value follows. */
    public JsonWriter element() {
        separate();
        return this;
    }

    /** Closes an array. */
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

    /** Writes a double in its shortest form. */
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

    /** Writes a string. Unpaired surrogates, which UTF-8 cannot encode, become escapes. */
    public void value(String value) {
        putString(required(value));
    }

    /** Writes bytes in base64 with padding (RFC 4648, section 4). */
    public void value(byte[] value) {
        put('"');
        putAscii(Base64.getEncoder().encodeToString(required(value)));
        put('"');
    }

    public <E extends Enum<E>> void value(E value, EnumNames<E> names) {
        put(names.quoted(required(value)));
    }

    /** Writes a value of a {@link TextFormat} in its string form. */
    public void text(Object value) {
        putString(TextFormat.print(required(value)));
    }

    public void nullValue() {
        put(NULL);
    }

    /** Writes JSON as it is, such as an id to echo. */
    public void raw(String json) {
        putRaw(json);
    }

    /** Returns a value that must not be null. */
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
