package dev.strait.tests.zoo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Mutates JSON at random: removes, replaces or adds a value. */
final class Mutation {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final String[] VALUES = {
        "null",
        "true",
        "0",
        "-1",
        "7",
        "1.5",
        "1e2",
        "300",
        "40000",
        "99999999999",
        "123456789012345678901234567890",
        "\"\"",
        "\"x\"",
        "\"12\"",
        "\"RED\"",
        "\"2026-01-31\"",
        "[]",
        "{}",
        "[1]",
        "{\"type\":\"circle\"}",
        "{\"a\":1}"
    };

    private Mutation() {}

    static String of(String frame, Random random) {
        try {
            ObjectNode root = (ObjectNode) JSON.readTree(frame);
            List<JsonNode> containers = new ArrayList<>();
            collect(root, containers);
            JsonNode container = containers.get(random.nextInt(containers.size()));
            JsonNode value = JSON.readTree(VALUES[random.nextInt(VALUES.length)]);
            if (container instanceof ObjectNode object) {
                mutate(object, container.equals(containers.get(0)), value, random);
            } else if (container instanceof ArrayNode array && !array.isEmpty()) {
                array.set(random.nextInt(array.size()), value);
            }
            return JSON.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static void mutate(ObjectNode object, boolean isRoot, JsonNode value, Random random) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        if (isRoot) {
            names.remove("type"); // keep the type of the message
        }
        String name = names.isEmpty() ? "more" : names.get(random.nextInt(names.size()));
        switch (random.nextInt(4)) {
            case 0 -> object.remove(name);
            case 1 -> object.set("more", value);
            default -> object.set(name, value);
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }
}
