package dev.strait.tests.zoo;

import dev.strait.Channel;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Maps with all types of keys, and constraints on keys and values at any depth. Both directions share a message. */
@SuppressWarnings({"STRAIT-182", "STRAIT-183"})
@Channel("/ws/directory")
interface Directory {
    sealed interface ToServer {}

    sealed interface ToClient {}

    enum Shade {
        DARK {
            @Override
            public String toString() {
                return "as the night";
            }
        },
        LIGHT
    }

    record Entries(
            Map<DayOfWeek, String> byDay,
            Map<UUID, Integer> byId,
            Map<Byte, Byte> byByte,
            Map<Short, Short> byShort,
            Map<Integer, String> byInt,
            Map<Long, @Nullable String> byLong,
            Map<Shade, Shade> byShade)
            implements ToServer, ToClient {}

    record Checked(
            @NotEmpty @Size(max = 3) Map<@NotBlank @Size(max = 5) String, @Positive Integer> scores,
            Map<@Min(10) @Max(99) Integer, @Size(max = 2) List<@Pattern(regexp = "[a-z]+") String>> words,
            Map<@Positive Long, Map<@Pattern(regexp = "[a-z]") String, @Size(min = 1) List<@Min(0) Integer>>> deep,
            List<Map<String, @Nullable @NotNegative Integer>> lists)
            implements ToServer {}
}
