package dev.strait.tests.zoo;

import dev.strait.Channel;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Composed constraints, custom messages, a constructor that throws, and a strict channel with a two-part room key. */
@SuppressWarnings({"STRAIT-182", "STRAIT-183"})
@Channel(value = "/ws/members/{club}/{member}", strict = true)
interface Members {
    sealed interface ToServer {}

    sealed interface ToClient {}

    record Room(@Size(max = 20) String club, UUID member) {}

    record Join(
            @Handle String handle,
            Optional<@Handle(most = 4) String> nick,
            @Size(max = 3) List<@Handle(most = 6) String> others,
            @NotNegative int age)
            implements ToServer {}

    record Rename(
            @NotBlank(message = "say something") String first,

            @Size(min = 2, max = 5, message = "between {min} and {max}, please")
            String second,

            @NotNull @Min(value = 18, message = "{value} or more") @Max(120)
            Integer age)
            implements ToServer {}

    record Range(int from, int to, @Nullable Range inner) implements ToServer {
        public Range {
            if (from > to) {
                throw new IllegalArgumentException("from must not be beyond to");
            }
        }
    }

    record Joined(String handle) implements ToClient {}
}
