package dev.strait.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The messages of one benchmark case: valid ones in several sizes and layouts, and invalid ones. */
enum Traffic {
    SMALL(Samples.small(), UnaryOperator.identity()),
    MEDIUM(Samples.medium(), UnaryOperator.identity()),
    LARGE(Samples.large(), UnaryOperator.identity()),
    MIX(Samples.mix(), UnaryOperator.identity()),
    TYPE_LAST(Samples.medium(), Traffic::reversed),
    UNKNOWN_FIELDS(Samples.medium(), Traffic::withUnknownFields),
    VIOLATIONS(Samples.small(), Traffic::withViolations),
    MALFORMED(Samples.small(), frame -> frame.replace("\"text\":", "\"text\";")),
    TRUNCATED(Samples.small(), frame -> frame.substring(0, frame.length() - 12));

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final List<Messages.ToServer> messages;
    private final UnaryOperator<String> shape;

    Traffic(List<Messages.ToServer> messages, UnaryOperator<String> shape) {
        this.messages = messages;
        this.shape = shape;
    }

    List<Messages.ToServer> messages() {
        return messages;
    }

    List<String> frames() {
        MessagesCodec codec = new MessagesCodec();
        return messages.stream().map(codec::encodeToServer).map(shape).toList();
    }

    boolean isInvalid() {
        return this == VIOLATIONS || this == MALFORMED || this == TRUNCATED;
    }

    /** Whether the layout is the one that Strait writes, which the hand-written parser requires. */
    boolean isUsualLayout() {
        return !isInvalid() && this != TYPE_LAST && this != UNKNOWN_FIELDS;
    }

    private static String reversed(String frame) {
        ObjectNode object = parse(frame);
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(name -> names.add(0, name));
        ObjectNode reversed = MAPPER.createObjectNode();
        names.forEach(name -> reversed.set(name, object.get(name)));
        return reversed.toString();
    }

    private static String withUnknownFields(String frame) {
        ObjectNode object = parse(frame);
        ObjectNode more = MAPPER.createObjectNode();
        int[] count = {0};
        object.fields().forEachRemaining(field -> {
            more.set(field.getKey(), field.getValue());
            JsonNode unknown = unknown(count[0]++);
            if (unknown != null && count[0] <= 6) {
                more.set("x" + field.getKey(), unknown);
            }
        });
        return more.toString();
    }

    private static JsonNode unknown(int place) {
        String json = List.of(
                        "null", "\"f3a9-77\"", "{\"a\":1,\"b\":[true,null,\"c\"]}", "2.5", "[\"x\",\"y\"]", "false")
                .get(place % 6);
        return place == 0 ? null : tree(json);
    }

    private static String withViolations(String frame) {
        ObjectNode object = parse(frame);
        return object.put("position", -1).put("text", "  ").toString();
    }

    private static ObjectNode parse(String frame) {
        return (ObjectNode) tree(frame);
    }

    private static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
