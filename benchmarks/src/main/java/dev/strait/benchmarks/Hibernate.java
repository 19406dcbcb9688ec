package dev.strait.benchmarks;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Locale;
import java.util.Set;
import org.hibernate.validator.HibernateValidator;

/** Hibernate Validator as applications use it: it collects all violations and formats them as text. */
final class Hibernate {

    private final Validator validator = Validation.byProvider(HibernateValidator.class)
            .configure()
            .defaultLocale(Locale.ENGLISH)
            .buildValidatorFactory()
            .getValidator();

    <T> T valid(T message) throws Contender.InvalidMessage {
        Set<ConstraintViolation<T>> violations = validator.validate(message);
        if (violations.isEmpty()) {
            return message;
        }
        StringBuilder text = new StringBuilder();
        for (ConstraintViolation<T> violation : violations) {
            text.append(violation.getPropertyPath())
                    .append(' ')
                    .append(violation.getMessage())
                    .append('\n');
        }
        throw new Contender.InvalidMessage(text.toString());
    }
}
