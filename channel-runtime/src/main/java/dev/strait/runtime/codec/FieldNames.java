package dev.strait.runtime.codec;

import java.util.HashMap;
import java.util.Map;

/** The JSON names of one record's components, in declared order. Immutable. */
public final class FieldNames {

    /** What {@link JsonReader#next} answers at the end of the object. */
    public static final int END = NameTable.NONE;

    private final String[] names;
    private final JsonConstant[] constants;
    private final Map<String, Integer> indexes;
    private final NameTable table;

    private FieldNames(String[] names, Map<String, Integer> indexes) {
        this.names = names;
        this.indexes = indexes;
        this.table = NameTable.of(indexes);
        this.constants = new JsonConstant[names.length];
        for (int i = 0; i < names.length; i++) {
            constants[i] = JsonConstant.name(names[i]);
        }
    }

    /** The names of a record's components, at most 64. */
    public static FieldNames of(String... names) {
        Map<String, Integer> indexes = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            indexes.put(names[i], i);
        }
        return new FieldNames(names.clone(), indexes);
    }

    /** The same names, and one that is accepted on input for the component at {@code index}. */
    public FieldNames alias(String alias, int index) {
        Map<String, Integer> more = new HashMap<>(indexes);
        more.put(alias, index);
        return new FieldNames(names, more);
    }

    NameTable table() {
        return table;
    }

    String name(int index) {
        return names[index];
    }

    JsonConstant constant(int index) {
        return constants[index];
    }

    int count() {
        return names.length;
    }
}
