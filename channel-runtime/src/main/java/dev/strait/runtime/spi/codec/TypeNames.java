package dev.strait.runtime.spi.codec;

import java.util.stream.Stream;

/** The wire names of one direction's messages, in declared order. Immutable. */
public final class TypeNames {

    /** More than so many are looked up by their hash. */
    private static final int FEW = 8;

    private final NameTable table;
    private final int count;
    private final String message;
    /** The names with their closing quotes, if they are few and plain; in the same order. */
    private final JsonConstant[] quoted;

    private TypeNames(String[] names) {
        this.table = NameTable.of(names);
        this.count = names.length;
        this.message = "must be one of " + String.join(", ", names);
        boolean isSimple = names.length <= FEW && Stream.of(names).allMatch(NameTable::isPlain);
        this.quoted = isSimple
                ? Stream.of(names).map(name -> JsonConstant.of(name + '"')).toArray(JsonConstant[]::new)
                : new JsonConstant[0];
    }

    public static TypeNames of(String... names) {
        return new TypeNames(names);
    }

    /** The name that stands at {@code from} with its closing quote, if it is one of few; otherwise none. */
    int match(byte[] bytes, int from) {
        long word = SwarBytes.at(bytes, from);
        for (int i = 0; i < quoted.length; i++) {
            JsonConstant name = quoted[i];
            if ((word & name.mask()) == name.word() && (name.length() <= Long.BYTES || isRest(name, bytes, from))) {
                return i;
            }
        }
        return NameTable.NONE;
    }

    private static boolean isRest(JsonConstant name, byte[] bytes, int from) {
        return (SwarBytes.at(bytes, from + Long.BYTES) & name.mask2()) == name.word2()
                && (name.length() <= 2 * Long.BYTES
                        || (from + name.length() <= bytes.length && name.isRestAt(bytes, from)));
    }

    int lengthOf(int index) {
        return quoted[index].length();
    }

    /** What is said of other names. */
    String message() {
        return message;
    }

    NameTable table() {
        return table;
    }

    /** Whether a frame may be without its type, since there is one only. */
    boolean isSingle() {
        return count == 1;
    }
}
