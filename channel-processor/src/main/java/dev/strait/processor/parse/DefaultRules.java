package dev.strait.processor.parse;

import dev.strait.processor.model.ConstraintModel;
import dev.strait.processor.model.TypeModel.Kind;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Checks a default here, once, and not at run time. */
final class DefaultRules {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]+");

    private DefaultRules() {}

    /** Whether a default breaks a constraint on it; of times nobody can tell today. */
    static boolean isBroken(ConstraintModel constraint, String text, Kind kind) {
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
                        .filter(of -> Pattern.compile(of.regex(), of.flags())
                                .matcher(text)
                                .matches())
                        .isEmpty();
            case EMAIL -> !EMAIL.matcher(text).matches();
            case LEAST, MOST, DIGITS -> isNumberBroken(constraint, text, kind);
            case IS_TRUE -> !text.equals("true");
            case IS_FALSE -> !text.equals("false");
            case ALL -> constraint.parts().stream().anyMatch(part -> isBroken(part, text, kind));
        };
    }

    private static boolean isNumberBroken(ConstraintModel constraint, String text, Kind kind) {
        BigDecimal number;
        try {
            number = new BigDecimal(text);
        } catch (NumberFormatException wrong) {
            return kind == Kind.STRING; // others were told already
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
