package dev.strait.runtime.spi.codec;

import java.util.stream.Stream;

/** The wire types of the messages of one direction, in declared order. Immutable. */
public final class TypeNames {

    /** The maximum number of names that are compared one by one; more are looked up by hash. */
    private static final int FEW = 8;

    private final NameTable table;
    private final Discriminator discriminator;
    private final boolean isByType;
    private final String[] names;
    private final int count;
    private final String message;
    /**
     * The names with their closing quotes, in the same order; empty if they are many, not plain, or not those of {@code
     * type}.
     */
    private final JsonConstant[] quoted;

    private TypeNames(String[] names, Discriminator discriminator) {
        this.table = NameTable.of(names);
        this.discriminator = discriminator;
        this.isByType = discriminator.name().equals(Discriminator.TYPE.name());
        this.names = names;
        this.count = names.length;
        this.message = "must be one of " + String.join(", ", names);
        boolean isSimple = names.length <= FEW && isByType && Stream.of(names).allMatch(NameTable::isPlain);
        this.quoted = isSimple
                ? Stream.of(names).map(name -> JsonConstant.of(name + '"')).toArray(JsonConstant[]::new)
                : new JsonConstant[0];
    }

    /** Returns the types with these names, in declared order. */
    public static TypeNames of(String... names) {
        return new TypeNames(names.clone(), Discriminator.TYPE);
    }

    /** Returns the same types, of objects that name them in a property other than {@code type}. */
    public TypeNames by(String property) {
        return new TypeNames(names, Discriminator.of(property));
    }

    /** Returns whether objects name these types in {@code type}. */
    boolean isByType() {
        return isByType;
    }

    Discriminator discriminator() {
        return discriminator;
    }

    /**
     * Returns the index of the name at {@code from} and its closing quote; {@link NameTable#NONE} if it is another, or
     * if the names are not compared one by one.
     */
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

    /** Returns the message for other names. */
    String message() {
        return message;
    }

    NameTable table() {
        return table;
    }

    /** Returns whether there is only one type, so that frames may omit it. */
    boolean isSingle() {
        return count == 1;
    }
}
