package dev.strait.processor.parse;

import dev.strait.processor.model.ConstraintModel;
import dev.strait.processor.model.ConstraintModel.Rule;
import dev.strait.processor.model.TypeModel.Kind;
import java.util.List;
import java.util.Optional;

/** Checks that the bounds on a value leave a valid value. */
final class Bounds {

    /**
     * Bounds that leave no valid value.
     *
     * @param isCrossed whether the minimum is greater than the maximum
     */
    record Gap(String min, String max, boolean isCrossed) {

        /** Describes the problem, as a clause of a compile error. */
        String text() {
            return isCrossed
                    ? "minimum " + min + " is greater than maximum " + max + ", so no value is valid"
                    : "no value is between minimum " + min + " and maximum " + max;
        }
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
                    return Optional.of(
                            new Gap(min.least().toPlainString(), max.most().toPlainString(), isCrossed));
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
