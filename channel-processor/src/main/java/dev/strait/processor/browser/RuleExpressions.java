package dev.strait.processor.browser;

import static java.util.Objects.requireNonNull;

import dev.strait.processor.model.ChannelModel;
import dev.strait.processor.model.ComponentModel;
import dev.strait.processor.model.ConstraintModel;
import dev.strait.processor.model.ConstraintModel.Rule;
import dev.strait.processor.model.TypeModel;
import dev.strait.processor.model.TypeModel.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules of values as calls of checks.js. What only the server can check is left out. */
final class RuleExpressions {

    private static final Map<String, String> TEXT_RULES = Map.ofEntries(
            Map.entry("INSTANT", "instant"),
            Map.entry("LOCAL_DATE", "date"),
            Map.entry("LOCAL_TIME", "time"),
            Map.entry("LOCAL_DATE_TIME", "dateTime"),
            Map.entry("OFFSET_DATE_TIME", "offsetDateTime"),
            Map.entry("OFFSET_TIME", "offsetTime"),
            Map.entry("ZONED_DATE_TIME", "zonedDateTime"),
            Map.entry("DURATION", "duration"),
            Map.entry("PERIOD", "period"),
            Map.entry("YEAR", "year"),
            Map.entry("YEAR_MONTH", "yearMonth"),
            Map.entry("MONTH_DAY", "monthDay"),
            Map.entry("ZONE_ID", "zone"),
            Map.entry("ZONE_OFFSET", "offset"),
            Map.entry("UUID", "uuid"),
            Map.entry("URI", "uri"));

    private final Map<String, List<String>> enums = new HashMap<>();
    /** The records and unions that are declared later, because they contain each other. */
    private final Set<String> later;

    RuleExpressions(ChannelModel channel, Set<String> later) {
        channel.enums().forEach(type -> enums.put(type.type().toString(), type.constants()));
        this.later = later;
    }

    /** Returns the rule of a component. */
    String of(ComponentModel component) {
        String rule = of(component.type());
        return component.isRequired() ? rule : "$.optional(" + rule + ")";
    }

    /** Returns the rule of a component of a room key. */
    String ofRoomComponent(ComponentModel component, boolean isInPath) {
        TypeModel type = component.type();
        return switch (type.kind()) {
            case STRING ->
                call(isInPath ? "pathText" : "roomText", constraints(type).toList());
            case TEXT -> call("uuidKey", List.of());
            default -> of(type);
        };
    }

    private String ofItem(TypeModel type) {
        return type.isNullable() ? "$.optional(" + of(type) + ")" : of(type);
    }

    private String of(TypeModel type) {
        return switch (type.kind()) {
            case RECORD, UNION -> reference(type.reference().orElseThrow());
            case ENUM -> "$.oneOf(" + JsText.list(constants(type)) + ")";
            case OPTIONAL -> of(type.argument());
            case LIST, ARRAY, SET -> {
                String rule = type.kind() == Kind.SET ? "set" : "list";
                yield call(
                        rule,
                        Stream.concat(Stream.of(ofItem(type.argument())), constraints(type))
                                .toList());
            }
            case MAP ->
                call(
                        "map",
                        Stream.concat(Stream.of(key(type.key()), ofItem(type.argument())), constraints(type))
                                .toList());
            case TEXT -> call(requireNonNull(TEXT_RULES.get(type.reference().orElseThrow())), List.of());
            case JSON_NODE, FOREIGN -> "$.any()";
            default -> call(scalar(type), constraints(type).toList());
        };
    }

    private List<String> constants(TypeModel type) {
        return enums.getOrDefault(type.name().toString(), List.of());
    }

    String reference(String id) {
        return later.contains(id) ? "$.lazy(() => " + id + ")" : id;
    }

    private static String scalar(TypeModel type) {
        return switch (type.kind()) {
            case BOOLEAN -> "bool";
            case BYTE -> "byte";
            case SHORT -> "short";
            case INT, OPTIONAL_INT -> "int";
            case LONG, OPTIONAL_LONG -> type.isQuoted() ? "longText" : "long";
            case BIG_INTEGER -> type.isQuoted() ? "bigIntegerText" : "bigInteger";
            case BIG_DECIMAL -> type.isQuoted() ? "decimalText" : "decimal";
            case DOUBLE, OPTIONAL_DOUBLE -> "decimal";
            case FLOAT -> "float";
            case CHAR -> "char";
            case STRING -> "text";
            case BYTES -> "base64";
            default -> throw new AssertionError(type.kind());
        };
    }

    private String key(TypeModel type) {
        return switch (type.kind()) {
            case BYTE -> "$.intKey(-128, 127)";
            case SHORT -> "$.intKey(-32768, 32767)";
            case INT -> "$.intKey(-2147483648, 2147483647)";
            case LONG -> "$.intKey(-9223372036854775808n, 9223372036854775807n)";
            case TEXT -> "$.uuidKey()";
            case ENUM -> of(type);
            default -> call("text", constraints(type).toList());
        };
    }

    private static String call(String rule, List<String> arguments) {
        return "$." + rule + "(" + String.join(", ", arguments) + ")";
    }

    /** Returns the constraints, with patterns after the bound of a length: they are tried only within it. */
    private static Stream<String> constraints(TypeModel type) {
        List<ConstraintModel> ordered = new ArrayList<>();
        List<ConstraintModel> patterns = new ArrayList<>();
        boolean isBounded = type.constraints().stream().anyMatch(ConstraintModel::isUpperSize);
        for (ConstraintModel constraint : type.constraints()) {
            boolean isPattern = constraint.rule() == Rule.PATTERN;
            (isPattern && isBounded ? patterns : ordered).add(constraint);
        }
        ordered.addAll(patterns);
        return ordered.stream().flatMap(constraint -> constraint(constraint, type).stream());
    }

    private static Optional<String> constraint(ConstraintModel constraint, TypeModel type) {
        Optional<String> message = constraint.message().map(JsText::quote);
        return switch (constraint.rule()) {
            case NOT_NULL, PAST, FUTURE -> Optional.empty();
            case NOT_BLANK -> Optional.of(withMessage("$.notBlank(", "", message));
            case NOT_EMPTY -> Optional.of(withMessage("$.notEmpty(", "", message));
            case EMAIL -> Optional.of(withMessage("$.email(", "", message));
            case IS_TRUE -> Optional.of(withMessage("$.isTrue(", "", message));
            case IS_FALSE -> Optional.of(withMessage("$.isFalse(", "", message));
            case SIZE -> {
                if (isSetOfManyForms(type)) {
                    yield Optional.empty();
                }
                String max = constraint.isUpperSize() ? constraint.most().toPlainString() : "Infinity";
                yield Optional.of(withMessage("$.sized(", constraint.least().toPlainString() + ", " + max, message));
            }
            case DIGITS ->
                Optional.of(withMessage(
                        "$.digits(", constraint.most().toPlainString() + ", " + constraint.fraction(), message));
            case PATTERN ->
                constraint.regex().flatMap(BrowserPattern::of).map(regex -> {
                    String text = message.orElseGet(() -> JsText.quote(
                            "must match " + constraint.regex().orElseThrow().regex()));
                    String rule = constraint.name().equals("pattern") ? "" : ", " + JsText.quote(constraint.name());
                    return "$.pattern(" + regex + ", " + text + rule + ")";
                });
            case LEAST, MOST -> bound(constraint, type, message);
            case ALL -> all(constraint, type);
        };
    }

    /** Whether elements may be equal although their JSON differs, so that only the server can count them. */
    private static boolean isSetOfManyForms(TypeModel type) {
        return type.kind() == Kind.SET
                && switch (type.argument().kind()) {
                    case STRING, CHAR, BOOLEAN, BYTE, SHORT, INT, LONG, ENUM -> false;
                    default -> true;
                };
    }

    private static String withMessage(String call, String arguments, Optional<String> message) {
        return call + arguments
                + message.map(text -> (arguments.isEmpty() ? "" : ", ") + text).orElse("") + ")";
    }

    private static Optional<String> bound(ConstraintModel constraint, TypeModel type, Optional<String> message) {
        boolean isLeast = constraint.rule() == Rule.LEAST;
        boolean isInclusive = constraint.isInclusive();
        var value = isLeast ? constraint.least() : constraint.most();
        boolean isText = type.kind() == Kind.STRING || (type.isQuoted() && type.kind() == Kind.BIG_DECIMAL);
        Optional<Bounds> bounds = type.kind() == Kind.FLOAT
                ? Bounds.ofFloat(value, isInclusive)
                : type.isQuoted() && !isText
                        ? Bounds.ofBigInt(value, isInclusive)
                        : Bounds.ofNumber(value, isInclusive);
        return bounds.map(bound -> {
            String check =
                    isLeast ? (bound.isInclusive() ? "atLeast" : "above") : (bound.isInclusive() ? "atMost" : "below");
            boolean isOwnText = bound.isPrinted() && bound.isInclusive() == isInclusive;
            Optional<String> text = message.isPresent() || isOwnText
                    ? message
                    : Optional.of(JsText.quote((isLeast
                                    ? (isInclusive ? "must be at least " : "must be greater than ")
                                    : (isInclusive ? "must be at most " : "must be less than "))
                            + value.toPlainString()));
            String call =
                    withMessage("$." + check + "(", bound.literal() + ", " + JsText.quote(constraint.name()), text);
            return isText ? "$.numeric(" + call + ")" : call;
        });
    }

    private static Optional<String> all(ConstraintModel constraint, TypeModel type) {
        List<Optional<String>> parts = constraint.parts().stream()
                .filter(part -> part.rule() != Rule.NOT_NULL)
                .map(part -> constraint(part, type))
                .toList();
        if (!parts.stream().allMatch(Optional::isPresent)) {
            return Optional.empty();
        }
        String calls = parts.stream().map(Optional::get).collect(Collectors.joining(", "));
        return Optional.of("$.all(" + JsText.quote(constraint.name()) + ", "
                + JsText.quote(constraint.message().orElse("is not valid")) + ", " + calls + ")");
    }
}
