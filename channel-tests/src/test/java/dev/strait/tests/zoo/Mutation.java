package dev.strait.tests.zoo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The same JSON with one thing changed at random: something left out, something of another type, something more. */
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
            List<JsonNode> places = new ArrayList<>();
            collect(root, places);
            JsonNode place = places.get(random.nextInt(places.size()));
            JsonNode value = JSON.readTree(VALUES[random.nextInt(VALUES.length)]);
            if (place instanceof ObjectNode object) {
                mutate(object, place.equals(places.get(0)), value, random);
            } else if (place instanceof ArrayNode array && !array.isEmpty()) {
                array.set(random.nextInt(array.size()), value);
            }
            return JSON.writeValueAsString(root);
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static void mutate(ObjectNode object, boolean isRoot, JsonNode value, Random random) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        if (isRoot) {
            names.remove("type"); // which message it is, is not in question
        }
        String name = names.isEmpty() ? "more" : names.get(random.nextInt(names.size()));
        switch (random.nextInt(4)) {
            case 0 -> object.remove(name);
            case 1 -> object.set("more", value);
            default -> object.set(name, value);
        }
    }

    private static void collect(JsonNode node, List<JsonNode> places) {
        if (node.isContainerNode()) {
            places.add(node);
            node.forEach(held -> collect(held, places));
        }
    }
}
