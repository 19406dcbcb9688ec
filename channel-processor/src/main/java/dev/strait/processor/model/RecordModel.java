package dev.strait.processor.model;

import com.squareup.javapoet.TypeName;
import java.util.List;

/**
 * A record in a message, or the room key.
 *
 * @param type the record with its type arguments, if any
 * @param id the name in generated methods, unique in the contract, such as {@code Say}
 * @param components the components in declaration order
 * @param doc the doc comment without block tags; empty if there is none
 * @param mayRefuse whether the canonical constructor is explicit, and may therefore throw
 */
public record RecordModel(TypeName type, String id, List<ComponentModel> components, String doc, boolean mayRefuse) {

    public RecordModel {
        components = List.copyOf(components);
    }

    public boolean isConstrained() {
        return components.stream().anyMatch(component -> component.type().isConstrained());
    }
}
