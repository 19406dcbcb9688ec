package dev.strait.processor.model;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;

/**
 * One component of a record.
 *
 * @param origin the position of diagnostics
 * @param name the name in Java
 * @param jsonName the name in JSON
 * @param aliases other names that are accepted on input
 * @param type the type
 * @param defaultValue the value to use if the component is absent
 * @param doc the text of its {@code @param} tag; empty if there is none
 */
public record ComponentModel(
        Element origin,
        String name,
        String jsonName,
        List<String> aliases,
        TypeModel type,
        Optional<DefaultModel> defaultValue,
        String doc) {

    public ComponentModel {
        aliases = List.copyOf(aliases);
    }

    /** Returns whether the component must be present on input. */
    public boolean isRequired() {
        return !type.isNullable() && !type.kind().isOptional() && defaultValue.isEmpty();
    }
}
