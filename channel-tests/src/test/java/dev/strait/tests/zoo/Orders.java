package dev.strait.tests.zoo;

import dev.strait.AsString;
import dev.strait.Ask;
import dev.strait.Channel;
import dev.strait.Default;
import dev.strait.Name;
import dev.strait.tests.elsewhere.Money;
import dev.strait.tests.elsewhere.Page;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.UUID;

/** A trading desk: exact numbers, and asks with several outcomes. */
@SuppressWarnings({"STRAIT-182", "STRAIT-183"})
@Channel("/ws/orders/{book}")
interface Orders {
    sealed interface ToServer {}

    sealed interface ToClient {}

    enum Side {
        BUY,
        SELL
    }

    record Room(@Pattern(regexp = "[A-Z]{2,8}") String book) {}

    /** An order for the book. */
    record Place(
            UUID id,
            Side side,
            @Positive @Max(1_000_000) long quantity,

            @DecimalMin(value = "0", inclusive = false) @DecimalMax("1000000") @Digits(integer = 7, fraction = 4)
            BigDecimal limit,

            @Default("GOOD_TILL_CANCELLED") Lifetime lifetime,

            @Name(value = "ref", alias = "reference") @Size(max = 32)
            String reference)
            implements ToServer, Ask<Place.Outcome> {

        enum Lifetime {
            GOOD_TILL_CANCELLED,
            IMMEDIATE
        }

        sealed interface Outcome {}

        record Accepted(@AsString long sequence) implements Outcome {}

        record Filled(@Size(max = 50) List<Fill> fills) implements Outcome {}

        record Rejected(String reason) implements Outcome {}
    }

    record Fill(@AsString long sequence, @Positive long quantity, Money price) {}

    record Cancel(UUID id) implements ToServer, Ask<Cancel.Cancelled> {
        record Cancelled(@Positive long left) {}
    }

    record Numbers(
            @Negative int below,
            @NegativeOrZero double rough,
            @DecimalMin("-5.5") @DecimalMax("5.5") short whole,
            @Digits(integer = 3, fraction = 0) int digits,
            @DecimalMin("-1e30") @DecimalMax("1e30") BigInteger huge,
            @Digits(integer = 20, fraction = 0) BigInteger hugeDigits,
            @AsString @Max(100) BigInteger quoted,
            @AsString OptionalLong maybe,
            @Size(max = 4) List<@AsString @Positive Long> ids,

            @DecimalMin("1.5") @Digits(integer = 2, fraction = 1)
            String text)
            implements ToServer {}

    /** Bounds on floating-point numbers: those that a double cannot represent, and one that only a decimal exceeds. */
    record Ratios(
            @DecimalMin("-0.1") @DecimalMax("0.1") double tenth,
            @DecimalMin(value = "0.1", inclusive = false) double aboveTenth,
            @DecimalMax("0.3000000000000000001") double third,
            @Min(-2) @Max(7) float small,
            @Max(1) OptionalDouble maybe,
            @Size(max = 3) List<@DecimalMin("1e-300") @DecimalMax("1e400") Double> inside)
            implements ToServer {}

    record Fills(Page<Fill> page, Map<Side, @Size(max = 3) List<Money>> levels) implements ToClient {}

    record Ticked(@AsString long sequence, Money last, Instant at) implements ToClient {}
}
