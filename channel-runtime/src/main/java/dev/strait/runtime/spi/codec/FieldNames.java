package dev.strait.runtime.spi.codec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The JSON names of one record's components, in declared order. Immutable. */
public final class FieldNames {

    /** The result of {@link JsonReader#next} at the end of the object. */
    public static final int END = NameTable.NONE;

    private final String[] names;
    private final String[] pointers;
    private final JsonConstant[] constants;
    private final Map<String, Integer> indexes;
    private final NameTable table;

    private FieldNames(String[] names, Map<String, Integer> indexes) {
        this.names = names;
        this.indexes = Collections.unmodifiableMap(indexes);
        this.table = NameTable.of(indexes);
        this.constants = Stream.of(names).map(JsonConstant::name).toArray(JsonConstant[]::new);
        this.pointers = Stream.of(names).map(JsonPointers::pointer).toArray(String[]::new);
    }

    /** Returns the names of a record's components, at most 64. */
    public static FieldNames of(String... names) {
        Map<String, Integer> indexes = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            indexes.put(names[i], i);
        }
        return new FieldNames(names.clone(), indexes);
    }

    /** Returns the same names with others, accepted on input only, for the component at {@code index}. */
    public FieldNames aliases(int index, String... aliases) {
        Map<String, Integer> more = new LinkedHashMap<>(indexes);
        for (String alias : aliases) {
            more.put(alias, index);
        }
        return new FieldNames(names, more);
    }

    /** Returns all names, including those that are accepted on input only. */
    public List<String> all() {
        return List.copyOf(indexes.keySet());
    }

    NameTable table() {
        return table;
    }

    /** Returns the JSON Pointer from the record to the component. */
    String pointer(int index) {
        return pointers[index];
    }

    JsonConstant constant(int index) {
        return constants[index];
    }

    int count() {
        return names.length;
    }
}
