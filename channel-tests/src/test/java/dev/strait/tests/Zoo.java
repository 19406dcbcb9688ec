package dev.strait.tests;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.strait.Channel;
import dev.strait.Default;
import dev.strait.Json;
import dev.strait.Name;
import dev.strait.Type;
import dev.strait.runtime.json.JsonAdapter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
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
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One of everything that a message can contain. */
final class Zoo {

    private Zoo() {}

    @SuppressWarnings({"STRAIT-182", "STRAIT-183", "STRAIT-187"}) // unlimited input, inexact numbers
    @Channel("/ws/zoo")
    interface Cage {
        sealed interface ToServer {}

        enum Kind {
            BIRD,
            FISH;

            @Override
            public String toString() {
                return "a kind of its own";
            }
        }

        record Room(UUID id, Kind kind, byte tiny, String name) {}

        record Numbers(
                byte tiny,
                short small,
                @Min(1) @Max(9) int number,
                long large,
                float rough,
                double exact,
                @Min(-5) BigInteger whole,
                @Positive BigDecimal money)
                implements ToServer {}

        record Boxes(
                Boolean bool,
                Byte tiny,
                Short small,
                @Positive Integer number,
                Long large,
                Float rough,
                Double exact,
                Character letter)
                implements ToServer {}

        record Texts(
                @Pattern(regexp = "[a-z]+", message = "must be lower-case letters")
                String word,

                char letter,
                boolean bool,
                UUID id,
                DayOfWeek weekday,
                Kind kind)
                implements ToServer {}

        record Times(
                Instant instant,
                LocalDate date,
                LocalTime time,
                LocalDateTime dateTime,
                OffsetDateTime offsetDateTime,
                OffsetTime offsetTime,
                ZonedDateTime zoned,
                Duration duration,
                Period period,
                Year year,
                YearMonth yearMonth,
                MonthDay monthDay,
                ZoneId zone,
                ZoneOffset offset)
                implements ToServer {}

        record Absent(
                Optional<@Size(min = 2) String> text,
                @Min(3) OptionalInt number,
                OptionalLong large,
                OptionalDouble exact,
                @Nullable String note,
                @Nullable @Size(max = 2) List<String> notes,
                @Default("7") int count,
                @Default("FISH") Kind kind,
                @Default("none") String reason)
                implements ToServer {}

        record Holders(
                @NotEmpty List<Line> lines,
                Set<Kind> kinds,
                Map<String, @Min(0) Integer> scores,
                List<List<@Size(max = 2) String>> rows,
                Map<String, List<Line>> byName,
                List<@Nullable Long> gaps,
                List<@Nullable Line> maybe,
                JsonNode raw)
                implements ToServer {}

        record Line(
                @Name(value = "sku", alias = "article") String article,
                @PositiveOrZero double price) {}

        @Type("range:set")
        record Range(int from, int to) implements ToServer {
            public Range {
                if (from > to) {
                    throw new IllegalArgumentException("from must not be\nbeyond to");
                }
            }
        }

        /** A message that contains a room key. */
        record Invite(Room to) implements ToServer {}

        record HTTPPage(String a) implements ToServer {}

        @Type("httppage2")
        record Httppage(String b) implements ToServer {}

        record NestedLine(String text) implements ToServer {}

        record Lines(List<Nested.Line> lines) implements ToServer {}

        interface Nested {
            record Line(int number) {}
        }

        record Deep(
                Map<String, Map<String, List<Line>>> maps,
                Set<Line> set,
                Optional<List<Map<String, @Min(1) Integer>>> maybe,
                List<@Nullable List<@Nullable String>> gaps,
                @Nullable Map<String, @Nullable Kind> kinds)
                implements ToServer {}

        record Defaults(
                @Default("x") char plain,
                @Default("'") char quote,
                @Default("\\") Character backslash,
                @Default("\n") char newline,
                @Default("中") char wide,
                @Default("5") Long large,
                @Default("-1") Byte tiny,
                @Default("true") Boolean bool,
                @Default("1.5") Double exact,
                @Default("2.5") float rough)
                implements ToServer {}

        record Checked(int a, int b) implements ToServer {
            public Checked {
                Math.addExact(a, b);
            }
        }

        record Bounded(
                @Size(max = 10) @Pattern(regexp = "(?:[a-z]|-)+")
                String word) implements ToServer {}

        record Sparse(
                @Nullable String a,
                @Nullable String b,
                @Nullable String c,
                @Nullable String d,
                @Nullable String e,
                @Nullable String f,
                @Nullable String g,
                @Nullable String h) {}

        record Sparses(List<Sparse> items) implements ToServer {}

        record Raw(
                String name,
                JsonNode raw,
                Set<@Size(max = 3) String> tags,
                @Pattern(regexp = "(a|b)*") String loop) implements ToServer {}

        record Essay(
                @Size(max = 20_000, message = "too long, dear")
                String text) implements ToServer {}

        record Say(List<String> tags) implements ToServer {}

        record SayTags(int in) implements ToServer {}

        /** Its generated methods must not clash with those of the directions. */
        record To(List<String> server, Map<String, Say> client) implements ToServer {}

        @Type("Odd")
        record Odd(
                String out,
                List<String> item,
                @Size(max = 3) String items) implements ToServer {}

        record Locals(
                @Size(max = 9) String in,
                @Size(max = 9) List<@Size(max = 9) String> seen,
                int wrong,
                int field,
                int flaws,
                String refused,
                @Nullable Say value,
                Optional<Say> entry,
                List<@Nullable Byte> entries,
                Map<String, @Nullable Character> key)
                implements ToServer {
            public Locals {
                if (wrong < 0) {
                    throw new IllegalArgumentException("must not be negative");
                }
            }
        }

        record Foreign(
                @Json(CurrencyJson.class) Currency currency,
                @Size(max = 2) List<@Json(CurrencyJson.class) Currency> others,
                @Nullable @Json(CurrencyJson.class) Currency maybe)
                implements ToServer {}

        /** A record annotated for Jackson. */
        @JsonTypeName("jackson:said")
        record Before(
                @JsonProperty("na_me") @JsonAlias({"nick", "n"})
                String name,

                @JsonProperty int plain) implements ToServer {}

        final class CurrencyJson implements JsonAdapter<Currency> {
            @Override
            public Currency fromJson(JsonNode json) {
                if (!json.isTextual()) {
                    throw new IllegalArgumentException("must be a currency's code");
                }
                return Currency.getInstance(json.textValue());
            }

            @Override
            public JsonNode toJson(Currency currency) {
                return TextNode.valueOf(currency.getCurrencyCode());
            }
        }

        record Long20k(@Size(max = 20_000) String text, String free) implements ToServer {}
    }
}
