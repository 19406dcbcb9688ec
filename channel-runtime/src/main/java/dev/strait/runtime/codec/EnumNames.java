package dev.strait.runtime.codec;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The constants of an enum by name. Immutable.
 *
 * @param <E> the enum
 */
public final class EnumNames<E extends Enum<E>> {

    /** More are not listed: the message goes to clients. */
    private static final int MOST_LISTED = 20;

    private final Map<String, E> constants;
    private final String message;

    private EnumNames(Map<String, E> constants, String message) {
        this.constants = constants;
        this.message = message;
    }

    /** The given constants, usually {@code E.values()}. */
    @SafeVarargs
    public static <E extends Enum<E>> EnumNames<E> of(E... constants) {
        Map<String, E> byName = new LinkedHashMap<>();
        for (E constant : constants) {
            byName.put(constant.name(), constant);
        }
        String listed = byName.keySet().stream().limit(MOST_LISTED).collect(Collectors.joining(", "));
        String more = byName.size() > MOST_LISTED ? ", ..." : "";
        return new EnumNames<>(Map.copyOf(byName), "must be one of " + listed + more);
    }

    @Nullable
    E find(String name) {
        return constants.get(name);
    }

    String message() {
        return message;
    }
}
