package dev.strait.runtime.codec;

/** The wire names of one direction's messages, in declared order. Immutable. */
public final class TypeNames {

    private final NameTable table;
    private final int count;

    private TypeNames(NameTable table, int count) {
        this.table = table;
        this.count = count;
    }

    public static TypeNames of(String... names) {
        return new TypeNames(NameTable.of(names), names.length);
    }

    NameTable table() {
        return table;
    }

    /** Whether a frame may be without its type, since there is one only. */
    boolean isSingle() {
        return count == 1;
    }
}
