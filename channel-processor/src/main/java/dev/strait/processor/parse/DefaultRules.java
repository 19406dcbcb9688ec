package dev.strait.processor.parse;

import dev.strait.processor.model.ConstraintModel;
import dev.strait.processor.model.TypeModel.Kind;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Checks constraints on defaults at compile time, so that they need no check at run time. */
final class DefaultRules {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]+");

    private DefaultRules() {}

    /**
     * Returns whether a default violates a constraint. {@code Past} and {@code Future} cannot be checked at compile
     * time.
     */
    static boolean isViolated(ConstraintModel constraint, String text, Kind kind) {
        return switch (constraint.rule()) {
            case NOT_NULL, PAST, FUTURE -> false;
            case NOT_BLANK -> text.isBlank();
            case NOT_EMPTY -> text.isEmpty();
            case SIZE ->
                BigDecimal.valueOf(text.length()).compareTo(constraint.least()) < 0
                        || BigDecimal.valueOf(text.length()).compareTo(constraint.most()) > 0;
            case PATTERN ->
                constraint
                        .regex()
                        .filter(regex -> Pattern.compile(regex.regex(), regex.flags())
                                .matcher(text)
                                .matches())
                        .isEmpty();
            case EMAIL -> !EMAIL.matcher(text).matches();
            case LEAST, MOST, DIGITS -> isNumberViolated(constraint, text, kind);
            case IS_TRUE -> !text.equals("true");
            case IS_FALSE -> !text.equals("false");
            case ALL -> constraint.parts().stream().anyMatch(part -> isViolated(part, text, kind));
        };
    }

    private static boolean isNumberViolated(ConstraintModel constraint, String text, Kind kind) {
        BigDecimal number;
        try {
            number = new BigDecimal(text);
        } catch (NumberFormatException invalid) {
            return kind == Kind.STRING; // an error was reported for other types
        }
        return switch (constraint.rule()) {
            case LEAST -> isBeyond(constraint.least().compareTo(number), constraint);
            case MOST -> isBeyond(number.compareTo(constraint.most()), constraint);
            default -> {
                yield number.scale() > constraint.fraction()
                        || BigDecimal.valueOf((long) number.precision() - number.scale())
                                        .compareTo(constraint.most())
                                > 0;
            }
        };
    }

    private static boolean isBeyond(int order, ConstraintModel constraint) {
        return order > 0 || (order == 0 && !constraint.isInclusive());
    }
}
