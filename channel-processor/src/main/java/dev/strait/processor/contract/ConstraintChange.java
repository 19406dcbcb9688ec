package dev.strait.processor.contract;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the constraints on a value changed: whether what was right may be wrong now, and the other way round.
 *
 * @param isTighter something that was right is wrong now
 * @param isLooser something that was wrong is right now
 */
record ConstraintChange(boolean isTighter, boolean isLooser) {

    private static final String LOWER = "least";
    private static final String UPPER = "most";

    static ConstraintChange between(List<ConstraintShape> before, List<ConstraintShape> after) {
        Set<ConstraintShape> added = new HashSet<>(others(after));
        added.removeAll(others(before));
        Set<ConstraintShape> removed = new HashSet<>(others(before));
        removed.removeAll(others(after));
        ConstraintChange all = new ConstraintChange(!added.isEmpty(), !removed.isEmpty());
        all = all.and(Bound.lower(before), Bound.lower(after));
        all = all.and(Bound.upper(before), Bound.upper(after));
        all = all.and(size(before, "min", true), size(after, "min", true));
        all = all.and(size(before, "max", false), size(after, "max", false));
        all = all.and(digits(before, "integer"), digits(after, "integer"));
        return all.and(digits(before, "fraction"), digits(after, "fraction"));
    }

    /**
     * One end of what is right.
     *
     * @param value null where there is no such bound
     * @param isInclusive whether it is right itself
     * @param isLower whether more than it is right
     */
    private record Bound(@Nullable BigDecimal value, boolean isInclusive, boolean isLower) {

        static Bound lower(List<ConstraintShape> constraints) {
            return tightest(constraints, LOWER, "min", "above", true);
        }

        static Bound upper(List<ConstraintShape> constraints) {
            return tightest(constraints, UPPER, "max", "below", false);
        }

        private static Bound tightest(
                List<ConstraintShape> constraints, String rule, String closed, String open, boolean isLower) {
            Bound tightest = new Bound(null, true, isLower);
            for (ConstraintShape constraint : constraints) {
                Map<String, String> says = constraint.parameters();
                String value = says.getOrDefault(closed, says.get(open));
                if (constraint.rule().equals(rule) && value != null) {
                    Bound bound = new Bound(new BigDecimal(value), says.containsKey(closed), isLower);
                    tightest = bound.isTighterThan(tightest) ? bound : tightest;
                }
            }
            return tightest;
        }

        boolean isTighterThan(Bound other) {
            if (value == null || other.value == null) {
                return value != null;
            }
            int order = isLower ? value.compareTo(other.value) : other.value.compareTo(value);
            return order > 0 || (order == 0 && !isInclusive && other.isInclusive);
        }
    }

    private ConstraintChange and(Bound before, Bound after) {
        return new ConstraintChange(isTighter || after.isTighterThan(before), isLooser || before.isTighterThan(after));
    }

    private static Bound size(List<ConstraintShape> constraints, String end, boolean isLower) {
        Bound tightest = new Bound(isLower ? BigDecimal.ZERO : BigDecimal.valueOf(Integer.MAX_VALUE), true, isLower);
        for (ConstraintShape constraint : constraints) {
            String value =
                    constraint.rule().equals("size") ? constraint.parameters().get(end) : null;
            if (value != null) {
                Bound bound = new Bound(new BigDecimal(value), true, isLower);
                tightest = bound.isTighterThan(tightest) ? bound : tightest;
            }
        }
        return tightest;
    }

    private static Bound digits(List<ConstraintShape> constraints, String part) {
        Bound tightest = new Bound(null, true, false);
        for (ConstraintShape constraint : constraints) {
            String value =
                    constraint.rule().equals("digits") ? constraint.parameters().get(part) : null;
            if (value != null) {
                Bound bound = new Bound(new BigDecimal(value), true, false);
                tightest = bound.isTighterThan(tightest) ? bound : tightest;
            }
        }
        return tightest;
    }

    /** Those that are there or not, and nothing between. */
    private static List<ConstraintShape> others(List<ConstraintShape> constraints) {
        return constraints.stream()
                .filter(constraint -> !constraint.rule().equals(LOWER)
                        && !constraint.rule().equals(UPPER)
                        && !constraint.rule().equals("size")
                        && !constraint.rule().equals("digits"))
                .toList();
    }
}
