package dev.strait.processor.browser;

import dev.strait.processor.model.ChannelModel;
import dev.strait.processor.model.ComponentModel;
import dev.strait.processor.model.ConstraintModel;
import dev.strait.processor.model.EnumModel;
import dev.strait.processor.model.TypeModel;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The types of values in TypeScript, as clients send and receive them. */
final class TypeExpressions {

    private static final Map<String, String> TEXT_TYPES = Map.ofEntries(
            Map.entry("INSTANT", "Instant"),
            Map.entry("LOCAL_DATE", "LocalDate"),
            Map.entry("LOCAL_TIME", "LocalTime"),
            Map.entry("LOCAL_DATE_TIME", "LocalDateTime"),
            Map.entry("OFFSET_DATE_TIME", "OffsetDateTime"),
            Map.entry("OFFSET_TIME", "OffsetTime"),
            Map.entry("ZONED_DATE_TIME", "ZonedDateTime"),
            Map.entry("DURATION", "Duration"),
            Map.entry("PERIOD", "Period"),
            Map.entry("YEAR", "Year"),
            Map.entry("YEAR_MONTH", "YearMonth"),
            Map.entry("MONTH_DAY", "MonthDay"),
            Map.entry("ZONE_ID", "ZoneId"),
            Map.entry("ZONE_OFFSET", "ZoneOffset"),
            Map.entry("UUID", "Uuid"),
            Map.entry("URI", "Uri"));

    private final Map<String, EnumModel> enums;
    private final Travel travel;

    TypeExpressions(ChannelModel channel, Travel travel) {
        this.enums = channel.enums().stream()
                .collect(Collectors.toMap(type -> type.type().toString(), type -> type));
        this.travel = travel;
    }

    String received(TypeModel type) {
        return of(type, true);
    }

    String sent(TypeModel type) {
        return of(type, false);
    }

    private String of(TypeModel type, boolean isReceived) {
        return switch (type.kind()) {
            case BOOLEAN -> "boolean";
            case BYTE, SHORT, INT, FLOAT, DOUBLE, OPTIONAL_INT, OPTIONAL_DOUBLE -> "number";
            case LONG, OPTIONAL_LONG, BIG_INTEGER -> type.isQuoted() ? "$.Int64" : "number";
            case BIG_DECIMAL -> type.isQuoted() ? "$.Decimal" : "number";
            case CHAR, STRING -> "string";
            case BYTES -> "$.Base64";
            case TEXT -> "$." + TEXT_TYPES.get(type.reference().orElseThrow());
            case ENUM -> isReceived ? "$.Open<" + constants(type) + ">" : constants(type);
            case RECORD, UNION -> {
                String id = type.reference().orElseThrow();
                yield isReceived ? id : travel.sentName(id);
            }
            case JSON_NODE, FOREIGN -> "unknown";
            case OPTIONAL -> of(type.argument(), isReceived);
            case LIST, SET, ARRAY -> "readonly " + grouped(item(type.argument(), isReceived)) + "[]";
            case MAP -> "{ readonly [key: string]: " + item(type.argument(), isReceived) + " }";
        };
    }

    private String item(TypeModel type, boolean isReceived) {
        return of(type, isReceived) + (type.isNullable() ? " | null" : "");
    }

    private static String grouped(String type) {
        return type.matches("[\\w$.]+") ? type : "(" + type + ")";
    }

    private String constants(TypeModel type) {
        return Optional.ofNullable(enums.get(type.name().toString())).stream()
                .flatMap(model -> model.constants().stream())
                .map(JsText::quote)
                .collect(Collectors.joining(" | "));
    }

    /** Returns the doc comment of a component, with its constraints in words. */
    String doc(ComponentModel component) {
        String rules = component.type().constraints().stream()
                .flatMap(ConstraintModel::flat)
                .map(constraint -> words(constraint, component.type()))
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
        String sentence = rules.isEmpty() ? "" : Character.toUpperCase(rules.charAt(0)) + rules.substring(1) + ".";
        String initial = component
                .defaultValue()
                .map(value -> "The default is " + value.text() + ".")
                .orElse("");
        return String.join(" ", asSentence(component.doc()), sentence, initial)
                .strip()
                .replaceAll(" {2,}", " ");
    }

    /** Ends what an author wrote with a full stop, because sentences may follow. */
    private static String asSentence(String doc) {
        boolean isComplete = doc.isEmpty() || ".!?".indexOf(doc.charAt(doc.length() - 1)) >= 0;
        return isComplete ? doc : doc + ".";
    }

    private static String words(ConstraintModel constraint, TypeModel type) {
        return switch (constraint.rule()) {
            case NOT_NULL, ALL -> "";
            case NOT_BLANK -> "not blank";
            case NOT_EMPTY -> "not empty";
            case SIZE -> size(constraint, type);
            case LEAST ->
                (constraint.isInclusive() ? "at least " : "greater than ")
                        + constraint.least().toPlainString();
            case MOST ->
                (constraint.isInclusive() ? "at most " : "less than ")
                        + constraint.most().toPlainString();
            case DIGITS ->
                "at most " + constraint.most() + " digits before the point and " + constraint.fraction() + " behind it";
            case PATTERN -> "matches " + constraint.regex().orElseThrow().regex();
            case EMAIL -> "an e-mail address";
            case PAST -> constraint.isInclusive() ? "not in the future" : "in the past";
            case FUTURE -> constraint.isInclusive() ? "not in the past" : "in the future";
            case IS_TRUE -> "true";
            case IS_FALSE -> "false";
        };
    }

    private static String size(ConstraintModel constraint, TypeModel type) {
        String unit = switch (type.kind()) {
            case STRING -> " characters";
            case BYTES -> " bytes";
            case MAP -> " entries";
            default -> " elements";
        };
        boolean hasLeast = constraint.least().signum() > 0;
        if (!constraint.isUpperSize()) {
            return "at least " + constraint.least() + unit;
        }
        return hasLeast
                ? constraint.least() + " to " + constraint.most() + unit
                : "at most " + constraint.most() + unit;
    }
}
