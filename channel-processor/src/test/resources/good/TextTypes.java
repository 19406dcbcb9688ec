package com.acme;

import dev.strait.Channel;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;

/** Types that are texts on the wire, with their constraints. */
@SuppressWarnings({"STRAIT-182", "STRAIT-183"})
@Channel("/ws/text-types")
public interface TextTypes {
    sealed interface ToServer {}

    record Texts(
            @Pattern(regexp = "[a-z]+", message = "must be lower-case letters") String word,
            UUID id,
            LocalDate day,
            Duration time,
            DayOfWeek weekday,
            @Min(-5) BigInteger whole,
            @Positive BigDecimal money)
            implements ToServer {}

    record Long20k(@Size(max = 20_000) String text) implements ToServer {}
}
