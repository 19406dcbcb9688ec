package dev.strait.processor.parse;

import dev.strait.processor.model.ConstraintModel;
import dev.strait.processor.model.ConstraintModel.Rule;
import dev.strait.processor.model.TypeModel.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Whether there is any value between all bounds on one. */
final class Bounds {

    /**
     * Bounds between which there is nothing.
     *
     * @param least the lower one
     * @param most the upper one, which is below it
     */
    record Gap(String least, String most) {}

    private Bounds() {}

    static Optional<Gap> gap(List<ConstraintModel> constraints, Kind kind) {
        Optional<Gap> gap = gap(constraints, Rule.SIZE, Rule.SIZE, true);
        return gap.isPresent() ? gap : gap(constraints, Rule.LEAST, Rule.MOST, kind.isIntegral());
    }

    private static Optional<Gap> gap(List<ConstraintModel> all, Rule lower, Rule upper, boolean isIntegral) {
        for (ConstraintModel least : all) {
            for (ConstraintModel most : all) {
                if (least.rule() == lower && most.rule() == upper && isGap(least, most, isIntegral)) {
                    return Optional.of(
                            new Gap(least.least().toPlainString(), most.most().toPlainString()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isGap(ConstraintModel lower, ConstraintModel upper, boolean isIntegral) {
        if (isIntegral) {
            return least(lower).compareTo(most(upper)) > 0;
        }
        int order = lower.least().compareTo(upper.most());
        return order > 0 || (order == 0 && !(lower.isInclusive() && upper.isInclusive()));
    }

    /** The least integer that a lower bound allows. */
    private static BigDecimal least(ConstraintModel bound) {
        return bound.isInclusive()
                ? bound.least().setScale(0, RoundingMode.CEILING)
                : bound.least().setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE);
    }

    private static BigDecimal most(ConstraintModel bound) {
        return bound.isInclusive()
                ? bound.most().setScale(0, RoundingMode.FLOOR)
                : bound.most().setScale(0, RoundingMode.CEILING).subtract(BigDecimal.ONE);
    }
}
