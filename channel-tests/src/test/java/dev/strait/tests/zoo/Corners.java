package dev.strait.tests.zoo;

import dev.strait.Channel;
import dev.strait.tests.elsewhere.ToClient;
import jakarta.validation.Constraint;
import jakarta.validation.OverridesAttribute;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cases that once failed. */
@SuppressWarnings({"STRAIT-182", "STRAIT-183", "STRAIT-187", "ArrayRecordComponent"})
@Channel("/ws/corners")
interface Corners {
    sealed interface ToServer {}

    @Size
    @Constraint(validatedBy = {})
    @Target({ElementType.FIELD, ElementType.TYPE_USE})
    @Retention(RetentionPolicy.RUNTIME)
    @interface Exactly {
        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};

        @OverridesAttribute(constraint = Size.class, name = "min")
        @OverridesAttribute(constraint = Size.class, name = "max")
        int value();
    }

    @Pattern(regexp = "[a-z]+")
    @Pattern(regexp = "x.*")
    @Constraint(validatedBy = {})
    @Target({ElementType.FIELD, ElementType.TYPE_USE})
    @Retention(RetentionPolicy.RUNTIME)
    @interface Second {
        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};

        @OverridesAttribute(constraint = Pattern.class, name = "regexp", constraintIndex = 1)
        String value();
    }

    @Pattern(regexp = "[a-z]*[a-z]*[a-z]*[0-9]")
    @Size(max = 10)
    @ReportAsSingleViolation
    @Constraint(validatedBy = {})
    @Target({ElementType.FIELD, ElementType.TYPE_USE})
    @Retention(RetentionPolicy.RUNTIME)
    @interface Slow {
        String message() default "is not valid";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    @Pattern(regexp = "[a-z]*[a-z]*[a-z]*[0-9]")
    @ReportAsSingleViolation
    @Constraint(validatedBy = {})
    @Target({ElementType.FIELD, ElementType.TYPE_USE})
    @Retention(RetentionPolicy.RUNTIME)
    @interface Slower {
        String message() default "is not valid";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    record Composed(@Exactly(3) String exact, @Second(".*z") String second) implements ToServer {}

    record Patterns(
            @Nullable @Slow String slow,
            @Nullable @Slower @Size(max = 10) String slower) implements ToServer {}

    record Inside(
            @Size(max = 3) List<@Size(max = 3) String[]> rows,
            @Size(max = 2) Map<String, @Size(max = 2) String[]> cells)
            implements ToServer {}

    record Long20k(
            @Nullable @Pattern(regexp = "[a-z]{0,20000}") String pattern,
            @Nullable @Upper String composed) implements ToServer {}

    @Size(max = 20_000)
    @ReportAsSingleViolation
    @Constraint(validatedBy = {})
    @Target({ElementType.FIELD, ElementType.TYPE_USE})
    @Retention(RetentionPolicy.RUNTIME)
    @interface Upper {
        String message() default "is not valid";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /** OfInteger implements Either with another type argument, so it is not a variant here. */
    record Generic(Either<String> either) implements ToServer {}

    sealed interface Either<T> {}

    @SuppressWarnings("STRAIT-181")
    record OfInteger(int value) implements Either<Integer> {}

    record OfAny<T>(T value) implements Either<T> {}

    /** Component names that equal those of codec methods and of classes that generated code uses. */
    record Names(ToClient client, @Size(max = 3) String Long, int FieldNames, int CharRuns) implements ToServer {}
}
