package dev.strait.processor.contract;

import dev.strait.processor.model.AnswerModel;
import dev.strait.processor.model.ChannelModel;
import dev.strait.processor.model.ComponentModel;
import dev.strait.processor.model.ConstraintModel;
import dev.strait.processor.model.DefaultModel;
import dev.strait.processor.model.EnumModel;
import dev.strait.processor.model.MessageModel;
import dev.strait.processor.model.Parts;
import dev.strait.processor.model.RecordModel;
import dev.strait.processor.model.TypeModel;
import dev.strait.processor.model.TypeModel.Kind;
import dev.strait.processor.model.UnionModel;
import dev.strait.processor.model.VariantModel;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Derives the shape of a contract from its model. */
public final class ShapeOf {

    private ShapeOf() {}

    public static ContractShape contract(ChannelModel channel) {
        Set<String> onWire = Parts.onWire(channel);
        Map<String, Map<String, FieldShape>> records = new TreeMap<>();
        for (RecordModel record : channel.records()) {
            if (onWire.contains(record.id())) {
                records.put(record.id(), fields(record));
            }
        }
        Map<String, Map<String, String>> unions = new TreeMap<>();
        for (UnionModel union : channel.unions()) {
            if (onWire.contains(union.id())) {
                unions.put(union.id(), variants(union.variants()));
            }
        }
        Map<String, Set<String>> enums = new TreeMap<>();
        for (EnumModel type : channel.enums()) {
            enums.put(type.type().canonicalName(), new TreeSet<>(type.constants()));
        }
        List<FieldShape> room = channel.room()
                .map(key ->
                        key.record().components().stream().map(ShapeOf::field).toList())
                .orElse(List.of());
        return new ContractShape(
                channel.contract().canonicalName(),
                channel.path().template(),
                channel.isStrict(),
                channel.hasRooms(),
                room,
                messages(channel.toServerMessages()),
                messages(channel.toClientMessages()),
                records,
                unions,
                discriminators(channel, onWire),
                enums,
                List.of());
    }

    private static Map<String, String> discriminators(ChannelModel channel, Set<String> onWire) {
        Map<String, String> all = new TreeMap<>();
        all.put("toServer", channel.toServerDiscriminator());
        all.put("toClient", channel.toClientDiscriminator());
        channel.toServerMessages().forEach(message -> putAnswer(all, "toServer ", message));
        channel.toClientMessages().forEach(message -> putAnswer(all, "toClient ", message));
        for (UnionModel union : channel.unions()) {
            if (onWire.contains(union.id())) {
                all.put("union " + union.id(), union.discriminator());
            }
        }
        all.values().removeIf(ChannelModel.DEFAULT_DISCRIMINATOR::equals);
        return all;
    }

    private static void putAnswer(Map<String, String> all, String direction, MessageModel message) {
        message.answer().ifPresent(answer -> all.put(direction + message.wireName(), answer.discriminator()));
    }

    private static Map<String, MessageShape> messages(List<MessageModel> messages) {
        Map<String, MessageShape> shapes = new LinkedHashMap<>();
        for (MessageModel message : messages) {
            Map<String, String> answers = message.answer()
                    .map(AnswerModel::variants)
                    .map(ShapeOf::variants)
                    .orElse(Map.of());
            shapes.put(
                    message.wireName(),
                    new MessageShape(
                            message.wireName(),
                            message.record().id(),
                            message.hasType(),
                            message.isDeprecated(),
                            message.isVolatile(),
                            answers));
        }
        return shapes;
    }

    private static Map<String, String> variants(List<VariantModel> variants) {
        Map<String, String> shapes = new TreeMap<>();
        variants.forEach(variant -> shapes.put(variant.wireName(), variant.record()));
        return shapes;
    }

    private static Map<String, FieldShape> fields(RecordModel record) {
        Map<String, FieldShape> fields = new TreeMap<>();
        record.components().forEach(component -> fields.put(component.jsonName(), field(component)));
        return fields;
    }

    private static FieldShape field(ComponentModel component) {
        TypeModel type = component.type();
        TypeShape shape = type.kind() == Kind.OPTIONAL ? type(type.argument()) : type(type);
        boolean isNullable = type.isNullable() && type.kind() != Kind.OPTIONAL;
        TypeShape bare =
                new TypeShape(shape.type(), shape.of(), isNullable, shape.key(), shape.items(), shape.constraints());
        return new FieldShape(
                component.jsonName(),
                component.aliases(),
                bare,
                component.isRequired(),
                component.defaultValue().map(DefaultModel::text));
    }

    private static TypeShape type(TypeModel type) {
        Optional<String> of = type.kind() == Kind.ENUM ? Optional.of(type.name().toString()) : type.reference();
        return new TypeShape(
                name(type),
                type.kind() == Kind.TEXT ? Optional.empty() : of,
                type.isNullable(),
                type.kind() == Kind.MAP ? Optional.of(type(type.key())) : Optional.empty(),
                type.arguments().isEmpty() ? Optional.empty() : Optional.of(type(type.argument())),
                type.constraints().stream()
                        .flatMap(ConstraintModel::flat)
                        .map(constraint -> constraint(constraint, type.kind()))
                        .sorted(Comparator.comparing(shape -> shape.toString()))
                        .toList());
    }

    private static String name(TypeModel type) {
        String name = switch (type.kind()) {
            case LIST, SET, ARRAY -> "array";
            case OPTIONAL_INT -> "int";
            case OPTIONAL_LONG -> "long";
            case OPTIONAL_DOUBLE -> "double";
            case TEXT -> kebab(type.reference().orElseThrow());
            default -> kebab(type.kind().name());
        };
        return type.isQuoted() ? "quoted-" + name : name;
    }

    private static String kebab(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Gives constraints with the same effect the same shape. */
    private static ConstraintShape constraint(ConstraintModel constraint, Kind kind) {
        Map<String, String> parameters = new TreeMap<>();
        String rule = constraint.name();
        switch (constraint.rule()) {
            case NOT_EMPTY -> {
                rule = "size";
                parameters.put("min", "1");
                parameters.put("max", ConstraintModel.UNBOUNDED.toPlainString());
            }
            case SIZE -> {
                rule = "size";
                parameters.put("min", constraint.least().toPlainString());
                parameters.put("max", constraint.most().toPlainString());
            }
            case LEAST -> {
                rule = "least";
                parameters.put(
                        isClosed(constraint, kind) ? "min" : "above", bound(constraint, constraint.least(), kind));
            }
            case MOST -> {
                rule = "most";
                parameters.put(
                        isClosed(constraint, kind) ? "max" : "below", bound(constraint, constraint.most(), kind));
            }
            case DIGITS -> {
                parameters.put("integer", constraint.most().toPlainString());
                parameters.put("fraction", Integer.toString(constraint.fraction()));
            }
            case PATTERN ->
                constraint.regex().ifPresent(regex -> {
                    parameters.put("regexp", regex.regex());
                    if (regex.flags() != 0) {
                        parameters.put("flags", Integer.toString(regex.flags()));
                    }
                });
            default -> {}
        }
        return new ConstraintShape(rule, parameters);
    }

    private static boolean isClosed(ConstraintModel constraint, Kind kind) {
        return constraint.isInclusive() || kind.isIntegral();
    }

    private static String bound(ConstraintModel constraint, BigDecimal bound, Kind kind) {
        return number(kind.isIntegral() ? constraint.lastInteger() : bound);
    }

    private static String number(BigDecimal bound) {
        return bound.stripTrailingZeros().toPlainString();
    }
}
