package dev.strait.runtime.spi.codec;

import org.jspecify.annotations.Nullable;

/**
 * Parses the keys of maps from field names. An invalid key is a violation at its entry, whose value is next; the result
 * is then null.
 */
public final class MapKeys {

    private MapKeys() {}

    /** Returns the enum constant of this name. */
    public static <E extends Enum<E>> @Nullable E constant(JsonReader in, String name, EnumNames<E> names) {
        E key = names.find(name);
        if (key == null) {
            in.badKey("enum", names.message());
        }
        return key;
    }

    /** Returns the key in a text format. It must be written in its canonical form. */
    public static <T> @Nullable T text(JsonReader in, String name, TextFormat<T> format) {
        T key = format.parse(name);
        if (key == null || !key.toString().equals(name)) {
            in.badKey("format", format.message());
            return null;
        }
        return key;
    }

    public static @Nullable Byte byteValue(JsonReader in, String name) {
        Long key = integer(in, name, Byte.MIN_VALUE, Byte.MAX_VALUE);
        return key == null ? null : key.byteValue();
    }

    public static @Nullable Short shortValue(JsonReader in, String name) {
        Long key = integer(in, name, Short.MIN_VALUE, Short.MAX_VALUE);
        return key == null ? null : key.shortValue();
    }

    public static @Nullable Integer intValue(JsonReader in, String name) {
        Long key = integer(in, name, Integer.MIN_VALUE, Integer.MAX_VALUE);
        return key == null ? null : key.intValue();
    }

    public static @Nullable Long longValue(JsonReader in, String name) {
        return integer(in, name, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** Returns the integer, which must be written in its shortest form. */
    private static @Nullable Long integer(JsonReader in, String name, long min, long max) {
        try {
            long value = Long.parseLong(name);
            if (value >= min && value <= max && Long.toString(value).equals(name)) {
                return value;
            }
        } catch (NumberFormatException noInteger) {
            // reported below, like other invalid keys
        }
        in.badKey("type", "must be an integer between " + min + " and " + max);
        return null;
    }
}
