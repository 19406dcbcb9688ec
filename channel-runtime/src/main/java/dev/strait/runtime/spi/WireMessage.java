package dev.strait.runtime.spi;

import java.util.List;

/**
 * The names of one message on the wire.
 *
 * @param type the value of its {@code type}
 * @param fields the names of its fields, those included that are accepted on input only
 */
public record WireMessage(String type, List<String> fields) {

    /** Takes a copy of the list. */
    public WireMessage {
        fields = List.copyOf(fields);
    }

    /** A message with fields of these names. */
    public static WireMessage of(String type, String... fields) {
        return new WireMessage(type, List.of(fields));
    }
}
