package dev.strait.processor.model;

import com.squareup.javapoet.TypeName;
import java.util.List;

/**
 * A record that goes over the wire.
 *
 * @param type the record, with its arguments where it has any
 * @param id its name in the names of generated methods, unique in its contract, such as {@code Say}
 * @param components in declared order
 * @param mayRefuse whether its constructor was written by hand, so that it may throw
 */
public record RecordModel(TypeName type, String id, List<ComponentModel> components, boolean mayRefuse) {

    /** Takes a copy of the list. */
    public RecordModel {
        components = List.copyOf(components);
    }

    public boolean isConstrained() {
        return components.stream().anyMatch(component -> component.type().isConstrained());
    }
}
