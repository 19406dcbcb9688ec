package bad;

import dev.strait.Channel;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
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
            @Max(1) double rough, // error: STRAIT-161
            List<@Positive String> inside, // error: STRAIT-161
            @Pattern(regexp = "a") List<String> list) // error: STRAIT-161
            implements ToServer {}

    record Bounds(
            @Size(min = 5, max = 2) String text, // error: STRAIT-162
            @Min(5) @Max(2) int number, // error: STRAIT-162
            @Size(min = -1) String negative) // error: STRAIT-162
            implements ToServer {}

    record Regexes(@Pattern(regexp = "[a-z") String text) implements ToServer {} // error: STRAIT-163

    record NotYet(
            @Email String mail, // error: STRAIT-164
            @Pattern(regexp = "a", flags = Pattern.Flag.CASE_INSENSITIVE) String flags, // error: STRAIT-164
            @Size(min = 1) @Size(max = 2) String twice, // error: STRAIT-164
            Map<@NotBlank String, String> keys) // error: STRAIT-164
            implements ToServer {}

    record Custom(@Polite String text) implements ToServer {} // error: STRAIT-165

    record Groups(
            @NotBlank(groups = Strict.class) String text) // error: STRAIT-166
            implements ToServer {}

    record Messages(
            @NotBlank(message = "{my.message}") String text, // error: STRAIT-167
            @Min(value = 1, message = "${validatedValue} is bad") int number) // error: STRAIT-167
            implements ToServer {}

    record Contradictions(
            @Nullable @NotNull String text, // error: STRAIT-168
            @Nullable @NotBlank String other) // error: STRAIT-168
            implements ToServer {}
}
