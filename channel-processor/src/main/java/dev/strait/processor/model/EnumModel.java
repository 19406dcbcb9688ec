package dev.strait.processor.model;

import com.squareup.javapoet.ClassName;
import java.util.List;

/**
 * An enum in a message.
 *
 * @param type the enum
 * @param constants the names of the constants in declaration order
 */
public record EnumModel(ClassName type, List<String> constants) {

    public EnumModel {
        constants = List.copyOf(constants);
    }
}
