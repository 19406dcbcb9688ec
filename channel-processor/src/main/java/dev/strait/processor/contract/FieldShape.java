package dev.strait.processor.contract;

import java.util.List;
import java.util.Optional;

/**
 * A field of an object.
 *
 * @param name its JSON name
 * @param aliases other names that are accepted on input
 * @param type its type
 * @param isRequired whether it must be there
 * @param defaultText what stands for its absence
 */
record FieldShape(String name, List<String> aliases, TypeShape type, boolean isRequired, Optional<String> defaultText) {

    FieldShape {
        aliases = List.copyOf(aliases);
    }
}
