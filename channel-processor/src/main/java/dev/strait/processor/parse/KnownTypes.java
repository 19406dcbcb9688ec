package dev.strait.processor.parse;

import com.squareup.javapoet.ClassName;
import dev.strait.processor.model.TypeModel;
import dev.strait.processor.model.TypeModel.Kind;
import java.util.Map;
import java.util.Optional;

/** The supported types of the JDK and of Jackson. */
final class KnownTypes {

    private static final Map<String, Kind> PLAIN = Map.ofEntries(
            Map.entry("java.lang.Boolean", Kind.BOOLEAN),
            Map.entry("java.lang.Byte", Kind.BYTE),
            Map.entry("java.lang.Short", Kind.SHORT),
            Map.entry("java.lang.Integer", Kind.INT),
            Map.entry("java.lang.Long", Kind.LONG),
            Map.entry("java.lang.Float", Kind.FLOAT),
            Map.entry("java.lang.Double", Kind.DOUBLE),
            Map.entry("java.lang.Character", Kind.CHAR),
            Map.entry("java.lang.String", Kind.STRING),
            Map.entry("java.math.BigInteger", Kind.BIG_INTEGER),
            Map.entry("java.math.BigDecimal", Kind.BIG_DECIMAL),
            Map.entry("com.fasterxml.jackson.databind.JsonNode", Kind.JSON_NODE),
            Map.entry("java.util.OptionalInt", Kind.OPTIONAL_INT),
            Map.entry("java.util.OptionalLong", Kind.OPTIONAL_LONG),
            Map.entry("java.util.OptionalDouble", Kind.OPTIONAL_DOUBLE));

    private static final Map<String, Kind> GENERICS = Map.of(
            "java.util.Optional", Kind.OPTIONAL,
            "java.util.List", Kind.LIST,
            "java.util.Collection", Kind.LIST,
            "java.util.Set", Kind.SET,
            "java.util.Map", Kind.MAP);

    /** The constants of TextFormat, by type. */
    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("java.util.UUID", "UUID"),
            Map.entry("java.net.URI", "URI"),
            Map.entry("java.time.Instant", "INSTANT"),
            Map.entry("java.time.LocalDate", "LOCAL_DATE"),
            Map.entry("java.time.LocalTime", "LOCAL_TIME"),
            Map.entry("java.time.LocalDateTime", "LOCAL_DATE_TIME"),
            Map.entry("java.time.OffsetDateTime", "OFFSET_DATE_TIME"),
            Map.entry("java.time.OffsetTime", "OFFSET_TIME"),
            Map.entry("java.time.ZonedDateTime", "ZONED_DATE_TIME"),
            Map.entry("java.time.Duration", "DURATION"),
            Map.entry("java.time.Period", "PERIOD"),
            Map.entry("java.time.Year", "YEAR"),
            Map.entry("java.time.YearMonth", "YEAR_MONTH"),
            Map.entry("java.time.MonthDay", "MONTH_DAY"),
            Map.entry("java.time.ZoneId", "ZONE_ID"),
            Map.entry("java.time.ZoneOffset", "ZONE_OFFSET"));

    private KnownTypes() {}

    /** Returns the model of a type without type arguments. */
    static Optional<TypeModel> scalar(ClassName type) {
        String text = TEXTS.get(type.canonicalName());
        if (text != null) {
            return Optional.of(TypeModel.referring(Kind.TEXT, type, text));
        }
        return Optional.ofNullable(PLAIN.get(type.canonicalName())).map(kind -> TypeModel.of(kind, type));
    }

    /** Returns the kind of a generic type. */
    static Optional<Kind> generic(ClassName type) {
        return Optional.ofNullable(GENERICS.get(type.canonicalName()));
    }

    /** Returns whether values of a type can be names in a JSON object. */
    static boolean isKey(TypeModel type) {
        return switch (type.kind()) {
            case STRING, BYTE, SHORT, INT, LONG, ENUM -> true;
            case TEXT -> type.reference().orElse("").equals("UUID");
            default -> false;
        };
    }
}
