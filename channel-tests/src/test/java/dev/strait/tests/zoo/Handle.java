package dev.strait.tests.zoo;

import jakarta.validation.Constraint;
import jakarta.validation.OverridesAttribute;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A composed constraint that is reported as one and overrides an attribute of a part. */
@Constraint(validatedBy = {})
@NotBlank
@Size(min = 2)
@Pattern(regexp = "[a-z][a-z0-9_]*")
@ReportAsSingleViolation
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@interface Handle {
    String message() default "must be a handle of at most {most} characters";

    @OverridesAttribute(constraint = Size.class, name = "max")
    int most() default 12;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
