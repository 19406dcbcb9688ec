package com.acme;

import com.fasterxml.jackson.databind.JsonNode;
import dev.strait.Channel;
import dev.strait.Name;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Collections, maps and nested records, in both directions. */
@SuppressWarnings({"STRAIT-182", "STRAIT-183"})
@Channel("/ws/containers")
public interface Containers {
    sealed interface ToServer {}

    sealed interface ToClient {}

    enum Kind {
        BIRD,
        FISH
    }

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
            implements ToServer, ToClient {

        record Line(@Name(value = "sku", alias = "article") String article, @PositiveOrZero double price) {}
    }
}
