package dev.strait.processor.parse;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/** Parses defaults of types that are strings in JSON. */
final class IsoDefaults {

    /** The types with a static method {@code parse}. */
    private static final Map<String, Function<String, ?>> WITH_PARSE_METHOD = Map.ofEntries(
            Map.entry("Instant", Instant::parse),
            Map.entry("LocalDate", LocalDate::parse),
            Map.entry("LocalTime", LocalTime::parse),
            Map.entry("LocalDateTime", LocalDateTime::parse),
            Map.entry("OffsetDateTime", OffsetDateTime::parse),
            Map.entry("OffsetTime", OffsetTime::parse),
            Map.entry("ZonedDateTime", ZonedDateTime::parse),
            Map.entry("Duration", Duration::parse),
            Map.entry("Period", Period::parse),
            Map.entry("Year", Year::parse),
            Map.entry("YearMonth", YearMonth::parse),
            Map.entry("MonthDay", MonthDay::parse));

    private static final Map<String, Function<String, ?>> OTHERS = Map.of(
            "ZoneId", ZoneId::of,
            "ZoneOffset", ZoneOffset::of,
            "UUID", UUID::fromString,
            "URI", URI::create);

    private IsoDefaults() {}

    /**
     * Returns a Java expression for the value. It parses the text of the author, which was parsed here with success, so it
     * cannot fail when the codec is initialized.
     *
     * @throws RuntimeException if the text is not a valid value of the type
     */
    static CodeBlock parsed(ClassName type, String text) {
        Function<String, ?> parser = WITH_PARSE_METHOD.get(type.simpleName());
        if (parser != null) {
            Object unused = parser.apply(text);
            return CodeBlock.of("$T.parse($S)", type, text);
        }
        String method = switch (type.simpleName()) {
            case "UUID" -> "fromString";
            case "URI" -> "create";
            default -> "of";
        };
        Object value = Objects.requireNonNull(OTHERS.get(type.simpleName())).apply(text);
        if (value instanceof UUID && !value.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException(
                    "UUID.fromString also accepts shorter forms, which clients must not send");
        }
        return CodeBlock.of("$T.$L($S)", type, method, text);
    }
}
