package com.acme;

import dev.strait.Channel;
import dev.strait.Default;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Optional, nullable and default components. */
@SuppressWarnings({"STRAIT-182", "STRAIT-183"})
@Channel("/ws/absences")
public interface Absences {
    sealed interface ToServer {}

    enum Kind {
        BIRD,
        FISH
    }

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
            implements ToServer {}
}
