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

    /** More are not listed: the message goes to clients. */
    private static final int MAX_LISTED = 20;

    private final E[] constants;
    private final NameTable table;
    /** By ordinal, the name in quotes; an ordinal never goes over the wire. */
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

    /** All constants of an enum in their order: {@code E.values()}. */
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

    @SuppressWarnings("EnumOrdinal") // within one run of one enum; the wire has the name
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
