package dev.strait.processor.emit;

import dev.strait.processor.model.ConstraintModel;
import dev.strait.processor.model.TypeModel;
import dev.strait.processor.model.TypeModel.Kind;
import java.math.BigDecimal;

/** What a violation says: the author's own words, or ours. */
final class ConstraintMessages {

    private ConstraintMessages() {}

    static String of(ConstraintModel constraint, TypeModel type) {
        return constraint.message().orElseGet(() -> switch (constraint.rule()) {
            case NOT_NULL -> "must not be null";
            case NOT_BLANK -> "must not be blank";
            case NOT_EMPTY -> "must not be empty";
            case SIZE -> size(constraint, unit(type.kind()));
            case LEAST ->
                (constraint.isInclusive() ? "must be at least " : "must be greater than ")
                        + constraint.least().toPlainString();
            case MOST ->
                (constraint.isInclusive() ? "must be at most " : "must be less than ")
                        + constraint.most().toPlainString();
            case DIGITS ->
                "must have at most " + constraint.most() + " digits before the point and " + constraint.fraction()
                        + " behind it";
            case PATTERN -> "must match " + constraint.regex().orElseThrow().regex();
            case EMAIL -> "must be an e-mail address";
            case PAST -> constraint.isInclusive() ? "must not be in the future" : "must be in the past";
            case FUTURE -> constraint.isInclusive() ? "must not be in the past" : "must be in the future";
            case IS_TRUE -> "must be true";
            case IS_FALSE -> "must be false";
            case ALL -> "is not valid";
        });
    }

    /** The same for the key of a map, at whose entry it is told. */
    static String ofKey(ConstraintModel constraint, TypeModel type) {
        return constraint.message().orElseGet(() -> "the key " + of(constraint, type));
    }

    private static String size(ConstraintModel constraint, String unit) {
        boolean hasLeast = constraint.least().signum() > 0;
        if (constraint.least().compareTo(constraint.most()) == 0) {
            return "must have " + count(constraint.most(), unit);
        }
        if (hasLeast && constraint.isUpperSize()) {
            return "must have between " + constraint.least() + " and " + count(constraint.most(), unit);
        }
        return hasLeast
                ? "must have at least " + count(constraint.least(), unit)
                : "must have at most " + count(constraint.most(), unit);
    }

    private static String count(BigDecimal count, String unit) {
        if (count.compareTo(BigDecimal.ONE) == 0) {
            return count + " " + unit;
        }
        return count + " " + (unit.endsWith("y") ? unit.substring(0, unit.length() - 1) + "ies" : unit + "s");
    }

    private static String unit(Kind kind) {
        return switch (kind) {
            case STRING -> "character";
            case BYTES -> "byte";
            case MAP -> "entry";
            default -> "element";
        };
    }
}
