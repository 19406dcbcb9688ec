package dev.strait.processor.contract;

import java.util.List;
import java.util.Optional;

/**
 * A field of a JSON object.
 *
 * @param name the JSON name
 * @param aliases other names that are accepted on input
 * @param type the type
 * @param isRequired whether the field must be present
 * @param defaultText the value to use if the field is absent
 */
record FieldShape(String name, List<String> aliases, TypeShape type, boolean isRequired, Optional<String> defaultText) {

    FieldShape {
        aliases = List.copyOf(aliases);
    }
}
