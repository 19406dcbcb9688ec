package dev.strait.runtime.spi.codec;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The constants of an enum by name. Immutable.
 *
 * @param <E> the enum
 */
public final class EnumNames<E extends Enum<E>> {

    /** The maximum number of names in a message to a client. */
    private static final int MAX_LISTED = 20;

    private final E[] constants;
    private final NameTable table;
    /** The quoted names by ordinal. The ordinals themselves are never sent. */
    private final JsonConstant[] quoted;

    private final String message;

    private EnumNames(E[] constants) {
        this.constants = constants;
        String[] names = Stream.of(constants).map(Enum::name).toArray(String[]::new);
        this.table = NameTable.of(names);
        this.quoted = Stream.of(names)
                .map(name -> JsonConstant.of(JsonText.quote(name)))
                .toArray(JsonConstant[]::new);
        String listed = Arrays.stream(names).limit(MAX_LISTED).collect(Collectors.joining(", "));
        this.message = "must be one of " + listed + (names.length > MAX_LISTED ? ", ..." : "");
    }

    /** Returns the names of all constants of an enum, given {@code E.values()}. */
    public static <E extends Enum<E>> EnumNames<E> of(E[] constants) {
        return new EnumNames<>(constants.clone());
    }

    @Nullable
    E find(String name) {
        return constant(table.find(name));
    }

    @Nullable
    E find(JsonInput in, int from, int to) {
        return constant(table.find(in, from, to));
    }

    @SuppressWarnings("EnumOrdinal") // not persisted; the name is what is sent
    JsonConstant quoted(E constant) {
        return quoted[constant.ordinal()];
    }

    String message() {
        return message;
    }

    private @Nullable E constant(int index) {
        return index == NameTable.NONE ? null : constants[index];
    }
}
