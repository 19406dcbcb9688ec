package dev.strait.processor.contract;

import java.util.List;
import java.util.Optional;

/**
 * The type of a value on the wire.
 *
 * @param type {@code int}, {@code string}, {@code array}, {@code map}, {@code record}, {@code union}, {@code enum} etc.
 * @param of the name of the record, union or enum
 * @param isNullable whether null is allowed; of a field, whether its absence is written as null
 * @param key the key type of a map
 * @param items the element type of an array, or the value type of a map
 * @param constraints the constraints
 */
record TypeShape(
        String type,
        Optional<String> of,
        boolean isNullable,
        Optional<TypeShape> key,
        Optional<TypeShape> items,
        List<ConstraintShape> constraints) {

    TypeShape {
        constraints = List.copyOf(constraints);
    }
}
