package dev.strait.processor.contract;

import java.util.List;
import java.util.Optional;

/**
 * The type of a value on the wire.
 *
 * @param type {@code int}, {@code string}, {@code array}, {@code map}, {@code record}, {@code union}, {@code enum} and so on
 * @param of the name of a record, union or enum
 * @param isNullable whether null may stand in its place, inside of another type
 * @param key of a map
 * @param items of an array or a map
 * @param constraints what it must be
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
