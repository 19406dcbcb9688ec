package dev.strait.processor.model;

import com.squareup.javapoet.ClassName;
import java.util.List;

/**
 * An enum that goes over the wire.
 *
 * @param type the enum
 * @param constants in declared order
 */
public record EnumModel(ClassName type, List<String> constants) {

    /** Takes a copy of the list. */
    public EnumModel {
        constants = List.copyOf(constants);
    }
}
