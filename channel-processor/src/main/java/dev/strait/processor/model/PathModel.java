package dev.strait.processor.model;

import java.util.List;

/**
 * The path of a channel.
 *
 * @param template the path as declared, such as {@code /ws/chat/{room}}
 * @param variables the names of the variables in order
 */
public record PathModel(String template, List<String> variables) {

    public PathModel {
        variables = List.copyOf(variables);
    }
}
