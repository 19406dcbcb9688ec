package dev.strait.processor.model;

import com.squareup.javapoet.ClassName;
import java.util.List;

/**
 * What goes one way.
 *
 * @param type the sealed interface
 * @param messages in declared order
 */
public record DirectionModel(ClassName type, List<MessageModel> messages) {

    /** Takes a copy of the list. */
    public DirectionModel {
        messages = List.copyOf(messages);
    }
}
