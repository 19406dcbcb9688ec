package bad;

import dev.strait.Channel;
import dev.strait.Default;
import dev.strait.Name;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import dev.strait.AsString;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

@Channel("/a")
interface Components {
    sealed interface ToServer {}

    enum Color {
        RED,
        BLUE
    }

    sealed interface Shape {}

    record Circle(int r) implements Shape {}

    record Reserved(
            @Name("$id") String id, // error: STRAIT-141
            @Name(alias = "$re") String re, // error: STRAIT-141
            int __proto__) // error: STRAIT-141
            implements ToServer {}

    record ReservedType(String type) implements ToServer {} // error: STRAIT-141

    record ReservedAlias(@Name(alias = "type") String kind) implements ToServer {} // error: STRAIT-141

    record Taken(
            String a,
            @Name("a") String b, // error: STRAIT-142
            @Name(alias = "a") String c) // error: STRAIT-142
            implements ToServer {}

    record Unsupported(
            Object anything, // error: STRAIT-143
            Thread thread, // error: STRAIT-143
            List<? extends String> wild) // error: STRAIT-158
            implements ToServer {}

    record Arrays(
            List<String>[] lists, // error: STRAIT-143
            Optional<String>[] maybe, // error: STRAIT-143
            OptionalInt[] ints, // error: STRAIT-146
            @Nullable int[] gaps) // error: STRAIT-148
            implements ToServer {}

    record Raw(@SuppressWarnings("rawtypes") List all) implements ToServer {} // error: STRAIT-145

    record Inside(List<Optional<String>> gaps, Map<String, OptionalInt> numbers) implements ToServer {} // error: STRAIT-146, STRAIT-146

    record Keys(Map<Double, String> byNumber, Map<Circle, Shape> byRecord) implements ToServer {} // error: STRAIT-147, STRAIT-147

    record Quoted(@AsString int small, List<@AsString String> texts, @AsString long right) implements ToServer {} // error: STRAIT-156, STRAIT-156

    record NullableNumber(@Odd.Nullable int number) implements ToServer {} // error: STRAIT-148

    record Defaults(
            @Default("x") List<String> list, // error: STRAIT-149
            @Default("ten") int number, // error: STRAIT-150
            @Default("\u0663") int arabic, // error: STRAIT-150
            @Default("1e1000000000") java.math.BigDecimal huge, // error: STRAIT-150
            @Default("1e10001") java.math.BigDecimal large, // error: STRAIT-150
            @Default("RAD") Color color, // error: STRAIT-150
            @Default("yes") boolean bool, // error: STRAIT-150
            @Default("ab") char letter, // error: STRAIT-150
            @Default("31.1.2026") LocalDate day, // error: STRAIT-150
            @Default("1-2") UUID id, // error: STRAIT-150
            @Default("1,5") BigDecimal money, // error: STRAIT-150
            @Default("x") @Nullable String text, // error: STRAIT-151
            @Default("x") Optional<String> maybe) // error: STRAIT-151
            implements ToServer {}

    record BrokenDefaults(
            @Default("3") @Min(5) int few, // error: STRAIT-152
            @Default("500") @Max(10) int many, // error: STRAIT-152
            @Default(" ") @NotBlank String blank, // error: STRAIT-152
            @Default("abc") @Size(max = 2) String large, // error: STRAIT-152
            @Default("A") @Pattern(regexp = "[a-z]") String odd, // error: STRAIT-152
            @Default("-0.5") @PositiveOrZero double negative, // error: STRAIT-152
            @Default("0") @Positive long zero, // error: STRAIT-152
            @Default("1.234") @Digits(integer = 2, fraction = 2) BigDecimal fine, // error: STRAIT-152
            @Default("0.5") @DecimalMin("0.6") BigDecimal little, // error: STRAIT-152
            @Default("ann") @Email String mail, // error: STRAIT-152
            @Default("false") @AssertTrue boolean agreed, // error: STRAIT-152
            @Default("5") @Min(5) @Max(5) @Positive int right)
            implements ToServer {}
}

final class Odd {
    @interface Nullable {}
}
