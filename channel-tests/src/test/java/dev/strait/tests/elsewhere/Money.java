package dev.strait.tests.elsewhere;

import dev.strait.AsString;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;

/** An amount in a currency. */
@SuppressWarnings({"STRAIT-182", "STRAIT-183"})
public record Money(
        @AsString @DecimalMin("0.00") @Digits(integer = 12, fraction = 2)
        BigDecimal amount,

        @Pattern(regexp = "[A-Z]{3}") String currency) {}
