package dev.strait.processor.parse;

import dev.strait.processor.model.ConstraintModel;
import dev.strait.processor.model.ConstraintModel.Rule;
import dev.strait.processor.model.TypeModel;
import dev.strait.processor.model.TypeModel.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Checks that the bounds on a value leave a valid value. */
final class Bounds {

    /**
     * Bounds that leave no valid value.
     *
     * @param isCrossed whether the minimum is greater than the maximum
     * @param isMinInclusive whether the minimum itself is within the bounds
     * @param isMaxInclusive whether the maximum itself is within the bounds
     */
    record Gap(String min, String max, boolean isCrossed, boolean isMinInclusive, boolean isMaxInclusive) {

        /** Describes the problem, as a clause of a compile error. */
        String text() {
            return isCrossed
                    ? "minimum " + min + " is greater than maximum " + max + ", so no value is valid"
                    : "no value is " + (isMinInclusive ? "at least " : "greater than ") + min + " and "
                            + (isMaxInclusive ? "at most " : "less than ") + max + ", so no value is valid";
        }
    }

    /** Describes a bound that no value of a primitive number meets, as a clause of a compile error. */
    static Optional<String> beyondType(List<ConstraintModel> constraints, TypeModel type) {
        Optional<BigDecimal> limit = type.kind().maxValue();
        String name = TypeParser.simple(type.name().toString());
        for (ConstraintModel constraint : constraints) {
            if (limit.isPresent() && constraint.rule() == Rule.LEAST && isAbove(constraint, limit.get(), type.kind())) {
                return Optional.of("no value of the type " + name + " is as large as "
                        + constraint.least().toPlainString() + ", so no value is valid");
            }
            if (limit.isPresent() && constraint.rule() == Rule.MOST && isBelow(constraint, limit.get(), type.kind())) {
                return Optional.of("no value of the type " + name + " is as small as "
                        + constraint.most().toPlainString() + ", so no value is valid");
            }
        }
        return Optional.empty();
    }

    private static boolean isAbove(ConstraintModel least, BigDecimal max, Kind kind) {
        BigDecimal bound = kind.isIntegral() ? least.lastInteger() : least.least();
        return bound.compareTo(max) > 0;
    }

    private static boolean isBelow(ConstraintModel most, BigDecimal max, Kind kind) {
        return kind.isIntegral()
                ? most.lastInteger().compareTo(max.negate().subtract(BigDecimal.ONE)) < 0
                : most.most().compareTo(max.negate()) < 0;
    }

    private Bounds() {}

    /** Returns the first pair of bounds that contradict each other. */
    static Optional<Gap> gap(List<ConstraintModel> constraints, Kind kind) {
        Optional<Gap> gap = gap(constraints, Rule.SIZE, Rule.SIZE, false);
        return gap.isPresent() ? gap : gap(constraints, Rule.LEAST, Rule.MOST, kind.isIntegral());
    }

    private static Optional<Gap> gap(List<ConstraintModel> all, Rule lower, Rule upper, boolean isIntegral) {
        for (ConstraintModel min : all) {
            for (ConstraintModel max : all) {
                if (min.rule() == lower && max.rule() == upper && isGap(min, max, isIntegral)) {
                    boolean isCrossed = min.least().compareTo(max.most()) > 0;
                    return Optional.of(new Gap(
                            min.least().toPlainString(),
                            max.most().toPlainString(),
                            isCrossed,
                            min.isInclusive(),
                            max.isInclusive()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isGap(ConstraintModel lower, ConstraintModel upper, boolean isIntegral) {
        if (isIntegral) {
            return lower.lastInteger().compareTo(upper.lastInteger()) > 0;
        }
        int order = lower.least().compareTo(upper.most());
        return order > 0 || (order == 0 && !(lower.isInclusive() && upper.isInclusive()));
    }
}
