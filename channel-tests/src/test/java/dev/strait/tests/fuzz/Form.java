package dev.strait.tests.fuzz;

import dev.strait.Channel;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every supported constraint, on every kind of type that it applies to. */
@SuppressWarnings({"STRAIT-182", "STRAIT-183", "STRAIT-187"}) // unlimited input, inexact numbers
@Channel("/form")
interface Form {

    sealed interface ToServer {}

    record Texts(
            @NotBlank @Size(max = 8) String name,
            @NotEmpty String filled,
            @Size(min = 2, max = 4) String sized,
            @Nullable @Size(min = 2) String maybe,
            Optional<@Size(min = 2) @Pattern(regexp = "[a-z]+") String> option,
            @Pattern(regexp = "[a-z]+-[0-9]{2}") String code,

            @Pattern(regexp = "^\\w{1,3}\\.?$") String linear,

            @Pattern(regexp = "[^@]+@[^@]+") String open,

            @Size(max = 12) @Pattern(regexp = "(a|b)*c") String backtracking)
            implements ToServer {}

    record Numbers(
            @Min(-5) @Max(5) int small,
            @Min(1) long large,
            @Positive short positive,
            @PositiveOrZero double exact,
            @Positive float rough,
            @Max(100) BigInteger whole,
            @Min(2) @Positive BigDecimal money,
            @Nullable @Max(3) Integer maybe)
            implements ToServer {}

    record Holders(
            @NotNull @Size(min = 1, max = 3) List<@NotNull @Size(max = 4) String> tags,
            @NotEmpty Set<@Min(0) Integer> numbers,
            @Size(max = 2) Map<String, @Min(0) Integer> scores,
            List<@Valid Line> lines,
            @Valid Line line,
            List<List<@Size(max = 2) String>> rows)
            implements ToServer {}

    record Line(@NotBlank String text, @PositiveOrZero int count) {}
}
