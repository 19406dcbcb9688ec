package dev.strait.processor.model;

import com.squareup.javapoet.ClassName;
import java.util.List;

/**
 * The messages of one direction.
 *
 * @param type the sealed interface
 * @param messages the messages in declaration order
 */
public record DirectionModel(ClassName type, List<MessageModel> messages) {

    public DirectionModel {
        messages = List.copyOf(messages);
    }
}
