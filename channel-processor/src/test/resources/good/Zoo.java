package com.acme;

import com.fasterxml.jackson.databind.JsonNode;
import dev.strait.Channel;
import dev.strait.Default;
import dev.strait.Name;
import dev.strait.Type;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One of everything; a class around it, and several components in its room key. */
final class Zoo {

    private Zoo() {}

    @SuppressWarnings({"STRAIT-182", "STRAIT-183"}) // larger than a contract should be
    @Channel(value = "/ws/zoo/{cage}/{kind}", description = "All kinds of animals.")
    interface Cage {

        sealed interface ToServer {

            sealed interface Care extends ToServer {}
        }

        sealed interface ToClient {}

        enum Kind {
            BIRD,
            FISH
        }

        record Room(@PositiveOrZero int cage, Kind kind) {}

        record Primitives(
                boolean bool, byte tiny, short small, @Min(1) @Max(9) int number, long large, float rough, double exact, char letter)
                implements ToServer {}

        record Boxes(Boolean bool, Byte tiny, Short small, @Positive Integer number, Long large, Float rough, Double exact, Character letter)
                implements ToServer, ToClient {}

        record Texts(
                @Pattern(regexp = "[a-z]+", message = "must be lower-case letters") String word,
                UUID id,
                LocalDate day,
                Duration time,
                DayOfWeek weekday,
                @Min(-5) BigInteger whole,
                @Positive BigDecimal money)
                implements ToServer {}

        record Absent(
                Optional<@Size(min = 2) String> text,
                @Min(3) OptionalInt number,
                OptionalLong large,
                OptionalDouble exact,
                @Nullable String note,
                @Nullable @Size(max = 3) List<String> notes,
                @Default("7") int count,
                @Default("FISH") Kind kind,
                @Default("none") String reason)
                implements ToServer.Care {}

        record Holders(
                @NotEmpty List<@NotNull Line> lines,
                Set<Kind> kinds,
                Map<String, @Min(0) Integer> scores,
                List<List<@Size(max = 2) String>> rows,
                Map<String, List<Line>> byName,
                List<@Nullable Long> gaps,
                List<@Nullable Line> maybe,
                List<UUID> ids,
                JsonNode raw,
                List<JsonNode> raws)
                implements ToServer.Care, ToClient {

            record Line(@Name(value = "sku", alias = "article") String article, @PositiveOrZero double price) {}
        }

        /** A record with a constructor of its own. */
        @Type("range:set")
        record Range(int from, int to) implements ToServer.Care {
            public Range {
                if (from > to) {
                    throw new IllegalArgumentException("from must not be beyond to");
                }
            }
        }

        record Names(int in, int seen, int sound, int out, int field, String value, int start, int before, int message) implements ToServer, ToClient {}

        record New(String in) implements ToServer {}

        record Long20k(@Size(max = 20_000) String text) implements ToServer {}
    }
}
