package dev.strait.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/** Binds placeholders such as "#1" to values that the client chose, and replaces them. */
final class Bindings {

    private final Map<String, JsonNode> values = new HashMap<>();

    void set(String name, JsonNode value) {
        values.put(name, value);
    }

    boolean matches(JsonNode expected, JsonNode actual) {
        if (actual == null) {
            return false;
        }
        if (expected.isTextual() && expected.asText().matches("#\\w+")) {
            return values.computeIfAbsent(expected.asText(), unused -> actual).equals(actual);
        }
        if (!expected.isObject()) {
            return expected.equals(actual);
        }
        return actual.isObject()
                && actual.size() == expected.size()
                && expected.properties().stream()
                        .allMatch(field -> matches(field.getValue(), actual.get(field.getKey())));
    }

    JsonNode fill(JsonNode node) {
        if (node.isTextual()) {
            return values.getOrDefault(node.asText(), node);
        }
        if (node.isObject()) {
            ObjectNode filled = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(field -> filled.set(field.getKey(), fill(field.getValue())));
            return filled;
        }
        if (node.isArray()) {
            ArrayNode filled = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> filled.add(fill(item)));
            return filled;
        }
        return node;
    }

    /** Whether a node has these properties, at any depth. */
    static boolean includes(JsonNode actual, JsonNode expected) {
        return expected.isObject()
                ? actual != null
                        && expected.properties().stream()
                                .allMatch(field -> includes(actual.get(field.getKey()), field.getValue()))
                : expected.equals(actual);
    }
}
