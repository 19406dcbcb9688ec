package dev.strait.runtime.codec;

import java.util.HashMap;
import java.util.Map;

/** The JSON names of one record's components, in declared order. Immutable. */
public final class FieldNames {

    /** What {@link JsonReader#nextField} answers at the end of the object. */
    public static final int END = -1;

    private final String[] names;
    private final Map<String, Integer> indexes;

    private FieldNames(String[] names, Map<String, Integer> indexes) {
        this.names = names;
        this.indexes = indexes;
    }

    /** The names of a record's components, at most 64. */
    public static FieldNames of(String... names) {
        Map<String, Integer> indexes = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            indexes.put(names[i], i);
        }
        return new FieldNames(names.clone(), Map.copyOf(indexes));
    }

    /** The same names, and one that is accepted on input for the component at {@code index}. */
    public FieldNames alias(String alias, int index) {
        Map<String, Integer> more = new HashMap<>(indexes);
        more.put(alias, index);
        return new FieldNames(names, Map.copyOf(more));
    }

    int indexOf(String name) {
        return indexes.getOrDefault(name, END);
    }

    String name(int index) {
        return names[index];
    }

    int count() {
        return names.length;
    }
}
