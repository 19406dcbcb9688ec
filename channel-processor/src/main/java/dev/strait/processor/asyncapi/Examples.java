package dev.strait.processor.asyncapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.strait.processor.model.ChannelModel;
import dev.strait.processor.model.ComponentModel;
import dev.strait.processor.model.ConstraintModel;
import dev.strait.processor.model.ConstraintModel.Rule;
import dev.strait.processor.model.RecordModel;
import dev.strait.processor.model.TypeModel;
import dev.strait.processor.model.TypeModel.Kind;
import dev.strait.processor.model.UnionModel;
import dev.strait.processor.model.VariantModel;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Examples of records that satisfy their constraints. A record with a value of an unknown form has no example. */
final class Examples {

    /** Records that contain themselves end at this depth. */
    private static final int MAX_DEPTH = 4;

    private static final int MAX_ITEMS = 20;

    private final ChannelModel channel;
    private final Map<String, List<String>> enums = new HashMap<>();

    Examples(ChannelModel channel) {
        this.channel = channel;
        channel.enums().forEach(type -> enums.put(type.type().toString(), type.constants()));
    }

    /** Returns an example of a record. */
    Optional<ObjectNode> of(RecordModel record) {
        return of(record, 0);
    }

    /** Returns an example of a component. */
    Optional<JsonNode> of(ComponentModel component) {
        return of(component, 0).map(value -> value);
    }

    private Optional<ObjectNode> of(RecordModel record, int depth) {
        ObjectNode example = Json.object();
        for (ComponentModel component : record.components()) {
            Optional<? extends JsonNode> value = of(component, depth);
            if (value.isPresent()) {
                example.set(component.jsonName(), value.get());
            } else if (component.type().isNullable()) {
                example.putNull(component.jsonName()); // the server always writes it
            } else if (component.isRequired()) {
                return Optional.empty();
            }
        }
        return Optional.of(example);
    }

    private Optional<? extends JsonNode> of(ComponentModel component, int depth) {
        boolean isLeftOut = !component.isRequired() && depth >= MAX_DEPTH;
        return isLeftOut ? Optional.empty() : of(component.type(), component.jsonName(), depth);
    }

    private Optional<? extends JsonNode> of(TypeModel type, String name, int depth) {
        return switch (type.kind()) {
            case BOOLEAN -> Optional.of(BooleanNode.valueOf(rules(type).noneMatch(rule -> rule == Rule.IS_FALSE)));
            case BYTE,
                    SHORT,
                    INT,
                    LONG,
                    BIG_INTEGER,
                    FLOAT,
                    DOUBLE,
                    BIG_DECIMAL,
                    OPTIONAL_INT,
                    OPTIONAL_LONG,
                    OPTIONAL_DOUBLE -> ExampleNumbers.of(type);
            case CHAR -> Optional.of(TextNode.valueOf("a"));
            case STRING -> ExampleTexts.of(type, name).map(TextNode::valueOf);
            case BYTES -> bytes(type);
            case TEXT -> ExampleTexts.ofFormat(type).map(TextNode::valueOf);
            case ENUM ->
                enums.getOrDefault(type.name().toString(), List.of()).stream()
                        .findFirst()
                        .map(TextNode::valueOf);
            case RECORD -> depth > MAX_DEPTH ? Optional.empty() : of(record(type), depth + 1);
            case UNION -> depth > MAX_DEPTH ? Optional.empty() : of(channel.union(id(type)), depth + 1);
            case JSON_NODE -> Optional.of(Json.object().put("any", "value"));
            case FOREIGN -> Optional.empty();
            case OPTIONAL -> of(type.argument(), name, depth);
            case LIST, SET, ARRAY -> items(type, name, depth);
            case MAP -> entries(type, name, depth);
        };
    }

    private static Stream<Rule> rules(TypeModel type) {
        return type.constraints().stream().flatMap(ConstraintModel::flat).map(ConstraintModel::rule);
    }

    private static String id(TypeModel type) {
        return type.reference().orElseThrow();
    }

    private RecordModel record(TypeModel type) {
        return channel.record(id(type));
    }

    private Optional<ObjectNode> of(UnionModel union, int depth) {
        return union.variants().stream()
                .map(variant -> of(variant, union.discriminator(), depth))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<ObjectNode> of(VariantModel variant, String discriminator, int depth) {
        return of(channel.record(variant.record()), depth).map(fields -> {
            ObjectNode tagged = Json.object().put(discriminator, variant.wireName());
            return tagged.setAll(fields);
        });
    }

    private static Optional<JsonNode> bytes(TypeModel type) {
        int least = least(type);
        byte[] example = new byte[Math.max(least, Math.min(3, most(type)))];
        return least > MAX_ITEMS
                ? Optional.empty()
                : Optional.of(TextNode.valueOf(Base64.getEncoder().encodeToString(example)));
    }

    /** As few elements as are allowed, but one if it can be. */
    private static int count(TypeModel type, int depth) {
        return Math.max(least(type), Math.min(most(type), depth >= MAX_DEPTH ? 0 : 1));
    }

    private Optional<JsonNode> items(TypeModel type, String name, int depth) {
        ArrayNode items = Json.array();
        int count = count(type, depth);
        if (count > MAX_ITEMS || (count > 1 && type.kind() == Kind.SET)) {
            return Optional.empty();
        }
        Optional<? extends JsonNode> item = of(type.argument(), name, depth);
        for (int i = 0; i < count && item.isPresent(); i++) {
            items.add(item.get());
        }
        return items.size() == count || least(type) == 0 ? Optional.of(items) : Optional.empty();
    }

    private Optional<JsonNode> entries(TypeModel type, String name, int depth) {
        ObjectNode entries = Json.object();
        int count = count(type, depth);
        if (count > 1) {
            return Optional.empty();
        }
        Optional<? extends JsonNode> key = of(type.key(), "key", depth);
        Optional<? extends JsonNode> value = of(type.argument(), name, depth);
        if (count == 1 && key.isPresent() && value.isPresent()) {
            entries.set(key.get().asText(), value.get());
        }
        return entries.size() == count || least(type) == 0 ? Optional.of(entries) : Optional.empty();
    }

    static int least(TypeModel type) {
        return type.constraints().stream()
                .flatMap(ConstraintModel::flat)
                .mapToInt(constraint -> switch (constraint.rule()) {
                    case SIZE -> constraint.least().intValue();
                    case NOT_EMPTY, NOT_BLANK -> 1;
                    default -> 0;
                })
                .max()
                .orElse(0);
    }

    static int most(TypeModel type) {
        return type.constraints().stream()
                .flatMap(ConstraintModel::flat)
                .filter(constraint -> constraint.rule() == Rule.SIZE)
                .map(ConstraintModel::most)
                .reduce(ConstraintModel.UNBOUNDED, BigDecimal::min)
                .intValue();
    }
}
