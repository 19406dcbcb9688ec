package dev.strait.processor.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads a contract from its canonical text. The JSON may have any layout, because people edit these files in merges. */
public final class CanonicalReader {

    private CanonicalReader() {}

    /** The text is not a contract. */
    public static final class UnreadableException extends Exception {

        private static final long serialVersionUID = 1L;

        private final String reason;

        UnreadableException(String reason) {
            super(reason);
            this.reason = reason;
        }

        /** Returns what is wrong, as a clause of a compile error. */
        public String reason() {
            return reason;
        }
    }

    /**
     * Reads a contract.
     *
     * @throws UnreadableException if the text is not JSON or has an unknown format
     */
    public static ContractShape read(String text) throws UnreadableException {
        JsonNode root;
        try {
            root = JsonMapper.builder().build().readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new UnreadableException(malformed.getOriginalMessage());
        }
        if (root.path("format").asInt() != 1) {
            throw new UnreadableException("its format is not 1");
        }
        List<FieldShape> room = new ArrayList<>();
        root.path("room").forEach(field -> room.add(field(field.path("name").asText(), field)));
        Map<String, Map<String, FieldShape>> records =
                named(root.path("records"), (record, fields) -> named(fields, CanonicalReader::field));
        return new ContractShape(
                root.path("channel").asText(),
                root.path("path").asText(),
                root.path("strict").asBoolean(),
                root.path("rooms").asBoolean(true),
                room,
                named(root.path("toServer"), CanonicalReader::message),
                named(root.path("toClient"), CanonicalReader::message),
                records,
                named(root.path("unions"), (union, variants) -> texts(variants)),
                texts(root.path("discriminators")),
                named(root.path("enums"), (type, constants) -> constants(constants)),
                list(root.path("accepted"), JsonNode::asText));
    }

    private interface EntryReader<T> {
        T read(String name, JsonNode node);
    }

    private static <T> Map<String, T> named(JsonNode object, EntryReader<T> reader) {
        Map<String, T> all = new LinkedHashMap<>();
        object.properties().forEach(entry -> all.put(entry.getKey(), reader.read(entry.getKey(), entry.getValue())));
        return all;
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> reader) {
        List<T> all = new ArrayList<>();
        array.forEach(node -> all.add(reader.apply(node)));
        return all;
    }

    private static Map<String, String> texts(JsonNode object) {
        return named(object, (name, node) -> node.asText());
    }

    private static Set<String> constants(JsonNode array) {
        return new TreeSet<>(list(array, JsonNode::asText));
    }

    private static MessageShape message(String wireName, JsonNode node) {
        return new MessageShape(
                wireName,
                node.path("record").asText(),
                !node.path("untyped").asBoolean(),
                node.path("deprecated").asBoolean(),
                node.path("volatile").asBoolean(),
                texts(node.path("answers")));
    }

    private static FieldShape field(String name, JsonNode node) {
        return new FieldShape(
                name,
                list(node.path("aliases"), JsonNode::asText),
                type(node),
                node.path("required").asBoolean(),
                text(node, "default"));
    }

    private static TypeShape type(JsonNode node) {
        return new TypeShape(
                node.path("type").asText(),
                text(node, "of"),
                node.path("nullable").asBoolean(),
                part(node, "key"),
                part(node, "items"),
                list(node.path("constraints"), CanonicalReader::constraint));
    }

    private static ConstraintShape constraint(JsonNode node) {
        Map<String, String> parameters = texts(node);
        String rule = parameters.remove("rule");
        return new ConstraintShape(rule == null ? "" : rule, parameters);
    }

    private static Optional<TypeShape> part(JsonNode node, String name) {
        return node.has(name) ? Optional.of(type(node.get(name))) : Optional.empty();
    }

    private static Optional<String> text(JsonNode node, String name) {
        return node.has(name) ? Optional.of(node.get(name).asText()) : Optional.empty();
    }
}
