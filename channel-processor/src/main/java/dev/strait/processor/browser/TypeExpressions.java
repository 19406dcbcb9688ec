package dev.strait.processor.browser;

import dev.strait.processor.model.ChannelModel;
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
}
