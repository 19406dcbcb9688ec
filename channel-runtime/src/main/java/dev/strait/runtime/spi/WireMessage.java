package dev.strait.runtime.spi;

import dev.strait.runtime.spi.codec.FieldNames;
import java.util.List;

/**
 * The names of one message on the wire.
 *
 * @param type the value of its {@code type}
 * @param fields the names of its fields, including names that are accepted on input only
 * @param isVolatile whether the message is of no use later
 */
public record WireMessage(String type, List<String> fields, boolean isVolatile) {

    /** Copies the list. */
    public WireMessage {
        fields = List.copyOf(fields);
    }

    /** Returns a message with these fields. */
    public static WireMessage of(String type, FieldNames fields) {
        return new WireMessage(type, fields.all(), false);
    }

    /** Returns a {@linkplain dev.strait.Volatile volatile} message with these fields. */
    public static WireMessage ofVolatile(String type, FieldNames fields) {
        return new WireMessage(type, fields.all(), true);
    }
}
