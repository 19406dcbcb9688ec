package dev.strait.processor.model;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;

/**
 * One component of a record.
 *
 * @param origin where to tell of it
 * @param name its name in Java
 * @param jsonName its name in JSON
 * @param aliases other names that are accepted on input
 * @param type its type
 * @param defaultValue the value that stands for its absence
 */
public record ComponentModel(
        Element origin,
        String name,
        String jsonName,
        List<String> aliases,
        TypeModel type,
        Optional<DefaultModel> defaultValue) {

    /** Takes a copy of the list. */
    public ComponentModel {
        aliases = List.copyOf(aliases);
    }

    /** Whether a message without it breaks its contract. */
    public boolean isRequired() {
        return !type.isNullable() && !type.kind().isOptional() && defaultValue.isEmpty();
    }
}
