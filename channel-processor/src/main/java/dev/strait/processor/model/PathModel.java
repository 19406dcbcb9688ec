package dev.strait.processor.model;

import java.util.List;

/**
 * Where a channel is served.
 *
 * @param template as it was written
 * @param variables in their order
 */
public record PathModel(String template, List<String> variables) {

    /** Takes a copy of the list. */
    public PathModel {
        variables = List.copyOf(variables);
    }
}
