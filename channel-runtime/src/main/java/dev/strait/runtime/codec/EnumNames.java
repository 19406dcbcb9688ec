package dev.strait.runtime.codec;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The constants of an enum by name. Immutable.
 *
 * @param <E> the enum
 */
public final class EnumNames<E extends Enum<E>> {

    private final Map<String, E> constants;

    private EnumNames(Map<String, E> constants) {
        this.constants = constants;
    }

    /** The given constants, usually {@code E.values()}. */
    @SafeVarargs
    public static <E extends Enum<E>> EnumNames<E> of(E... constants) {
        Map<String, E> byName = new HashMap<>();
        for (E constant : constants) {
            byName.put(constant.name(), constant);
        }
        return new EnumNames<>(Map.copyOf(byName));
    }

    @Nullable
    E find(String name) {
        return constants.get(name);
    }
}
