package dev.strait.processor.model;

import com.squareup.javapoet.ClassName;
import java.util.List;

/**
 * The messages of one direction.
 *
 * @param type the sealed interface
 * @param discriminator the property that names the message in JSON
 * @param messages the messages in declaration order
 */
public record DirectionModel(ClassName type, String discriminator, List<MessageModel> messages) {

    public DirectionModel {
        messages = List.copyOf(messages);
    }
}
