package bad;

import dev.strait.Channel;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Channel("/a")
interface Constraints {
    sealed interface ToServer {}

    interface Strict {}

    class Rude implements ConstraintValidator<Polite, String> {
        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            return false;
        }
    }

    @Constraint(validatedBy = Rude.class)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Polite {
        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    record Types(
            @NotBlank int number, // error: STRAIT-161
            @Min(1) String text, // error: STRAIT-161
            @Size(max = 2) boolean bool, // error: STRAIT-161
            @Max(1) double rough,
            List<@Positive String> inside, // error: STRAIT-161
            @Pattern(regexp = "a") List<String> list) // error: STRAIT-161
            implements ToServer {}

    record Bounds(
            @Size(min = 5, max = 2) String text, // error: STRAIT-162
            @Min(5) @Max(2) int number, // error: STRAIT-162
            @Size(min = -1) String negative) // error: STRAIT-162
            implements ToServer {}

    record Regexes(@Pattern(regexp = "[a-z") String text) implements ToServer {} // error: STRAIT-163

    record Unknown(@Null String none) implements ToServer {} // error: STRAIT-164

    record Numbers(
            @DecimalMin("much") BigDecimal least, // error: STRAIT-169
            @Digits(integer = -1, fraction = 2) BigDecimal digits, // error: STRAIT-162
            @DecimalMin("1.5") @DecimalMax("1.4") BigDecimal never, // error: STRAIT-162
            @DecimalMin(value = "1", inclusive = false) @DecimalMax(value = "2", inclusive = false) int none, // error: STRAIT-162
            @Positive @Negative int both, // error: STRAIT-162
            @Size(min = 3) @Size(max = 2) String twice) // error: STRAIT-162
            implements ToServer {}

    record MoreTypes(
            @Past Duration length, // error: STRAIT-161
            @AssertTrue String truth, // error: STRAIT-161
            @Email URI mail, // error: STRAIT-161
            @Positive int[] numbers, // error: STRAIT-161
            Map<@Min(1) String, String> keys, // error: STRAIT-161
            @Short double composed) // error: STRAIT-161
            implements ToServer {}

    @Constraint(validatedBy = {})
    @Size(max = 3)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Short {
        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    @Constraint(validatedBy = {})
    @Polite
    @Retention(RetentionPolicy.RUNTIME)
    @interface VeryPolite {
        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    record Inside(@VeryPolite String text, @Email(regexp = "[a-z") String mail) implements ToServer {} // error: STRAIT-165, STRAIT-163

    record Browsers(
            @Pattern(regexp = "(?i)abc") String inline, // warning: STRAIT-184
            @Pattern(regexp = "a++") String possessive, // warning: STRAIT-184
            @Pattern(regexp = "(?>a)b") String atomic, // warning: STRAIT-184
            @Pattern(regexp = "\\p{Alpha}") String posix, // warning: STRAIT-184
            @Pattern(regexp = "a b", flags = Pattern.Flag.COMMENTS) String comments, // warning: STRAIT-184
            @Pattern(regexp = "\\Qa.b\\E") String quoted, // warning: STRAIT-184
            @SuppressWarnings("STRAIT-184") @Pattern(regexp = "a++") String known,
            @Pattern(regexp = "[*+]\\++\\p{L}(?<name>a)\\k<name>") String both)
            implements ToServer {}

    record Custom(@Polite String text) implements ToServer {} // error: STRAIT-165

    record Groups(
            @NotBlank(groups = Strict.class) String text) // error: STRAIT-166
            implements ToServer {}

    record Messages(
            @NotBlank(message = "{my.message}") String text, // error: STRAIT-167
            @Min(value = 1, message = "${validatedValue} is bad") int number, // error: STRAIT-167
            @Size(max = 3, message = "at most {most}") String attribute, // error: STRAIT-167
            @Size(max = 3, message = "at most {max}") String right)
            implements ToServer {}

    record Contradictions(
            @Nullable @NotNull String text, // error: STRAIT-168
            @Nullable @NotBlank String other) // error: STRAIT-168
            implements ToServer {}
}
