package dev.strait.processor.contract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the constraints on a value changed. They may be stricter and looser at the same time.
 *
 * @param isStricter whether some values that were valid are now invalid
 * @param isLooser whether some values that were invalid are now valid
 */
record ConstraintChange(boolean isStricter, boolean isLooser) {

    private static final String LOWER = "least";
    private static final String UPPER = "most";

    /** The bounds that a type has without any constraint. */
    private static final Map<String, Long> MAX_VALUES = Map.of(
            "byte", (long) Byte.MAX_VALUE,
            "short", (long) Short.MAX_VALUE,
            "int", (long) Integer.MAX_VALUE,
            "long", Long.MAX_VALUE,
            "quoted-long", Long.MAX_VALUE);

    /** Compares the constraints of two types, including those that follow from the type itself. */
    static ConstraintChange between(TypeShape before, TypeShape after) {
        return between(withImplied(before), withImplied(after));
    }

    /** Returns whether the bounds of an integral type exclude what JavaScript cannot represent exactly. */
    static boolean isExactInBrowsers(TypeShape type) {
        BigDecimal max = BigDecimal.valueOf((1L << 53) - 1);
        Bound lower = Bound.lower(withImplied(type));
        Bound upper = Bound.upper(withImplied(type));
        return !new Bound(max.negate(), true, true).isStricterThan(lower)
                && !new Bound(max, true, false).isStricterThan(upper);
    }

    private static List<ConstraintShape> withImplied(TypeShape type) {
        List<ConstraintShape> all = new ArrayList<>(type.constraints());
        Long max = MAX_VALUES.get(type.type());
        if (max != null) {
            all.add(new ConstraintShape(UPPER, Map.of("max", max.toString())));
            all.add(new ConstraintShape(LOWER, Map.of("min", Long.toString(-max - 1))));
        }
        boolean isNotBlank =
                all.stream().anyMatch(constraint -> constraint.rule().equals("not-blank"));
        if (isNotBlank) {
            all.add(new ConstraintShape("size", Map.of("min", "1")));
        }
        return all;
    }

    private static ConstraintChange between(List<ConstraintShape> before, List<ConstraintShape> after) {
        Set<ConstraintShape> added = new HashSet<>(unordered(after));
        added.removeAll(unordered(before));
        Set<ConstraintShape> removed = new HashSet<>(unordered(before));
        removed.removeAll(unordered(after));
        ConstraintChange all = new ConstraintChange(!added.isEmpty(), !removed.isEmpty());
        all = all.and(Bound.lower(before), Bound.lower(after));
        all = all.and(Bound.upper(before), Bound.upper(after));
        all = all.and(size(before, "min", true), size(after, "min", true));
        all = all.and(size(before, "max", false), size(after, "max", false));
        all = all.and(digits(before, "integer"), digits(after, "integer"));
        return all.and(digits(before, "fraction"), digits(after, "fraction"));
    }

    /**
     * A bound of the valid values.
     *
     * @param value the bound; null if there is none
     * @param isInclusive whether the bound itself is valid
     * @param isLower whether this is the minimum
     */
    private record Bound(@Nullable BigDecimal value, boolean isInclusive, boolean isLower) {

        static Bound lower(List<ConstraintShape> constraints) {
            return strictest(constraints, LOWER, "min", "above", true);
        }

        static Bound upper(List<ConstraintShape> constraints) {
            return strictest(constraints, UPPER, "max", "below", false);
        }

        private static Bound strictest(
                List<ConstraintShape> constraints, String rule, String closed, String open, boolean isLower) {
            Bound strictest = new Bound(null, true, isLower);
            for (ConstraintShape constraint : constraints) {
                Map<String, String> parameters = constraint.parameters();
                String value = parameters.getOrDefault(closed, parameters.get(open));
                if (constraint.rule().equals(rule) && value != null) {
                    Bound bound = new Bound(new BigDecimal(value), parameters.containsKey(closed), isLower);
                    strictest = bound.isStricterThan(strictest) ? bound : strictest;
                }
            }
            return strictest;
        }

        boolean isStricterThan(Bound other) {
            if (value == null || other.value == null) {
                return value != null;
            }
            int order = isLower ? value.compareTo(other.value) : other.value.compareTo(value);
            return order > 0 || (order == 0 && !isInclusive && other.isInclusive);
        }
    }

    private ConstraintChange and(Bound before, Bound after) {
        return new ConstraintChange(
                isStricter || after.isStricterThan(before), isLooser || before.isStricterThan(after));
    }

    private static Bound size(List<ConstraintShape> constraints, String end, boolean isLower) {
        Bound strictest = new Bound(isLower ? BigDecimal.ZERO : BigDecimal.valueOf(Integer.MAX_VALUE), true, isLower);
        for (ConstraintShape constraint : constraints) {
            String value =
                    constraint.rule().equals("size") ? constraint.parameters().get(end) : null;
            if (value != null) {
                Bound bound = new Bound(new BigDecimal(value), true, isLower);
                strictest = bound.isStricterThan(strictest) ? bound : strictest;
            }
        }
        return strictest;
    }

    private static Bound digits(List<ConstraintShape> constraints, String part) {
        Bound strictest = new Bound(null, true, false);
        for (ConstraintShape constraint : constraints) {
            String value =
                    constraint.rule().equals("digits") ? constraint.parameters().get(part) : null;
            if (value != null) {
                Bound bound = new Bound(new BigDecimal(value), true, false);
                strictest = bound.isStricterThan(strictest) ? bound : strictest;
            }
        }
        return strictest;
    }

    /** Returns the constraints that cannot be compared by strictness: they are either present or not. */
    private static List<ConstraintShape> unordered(List<ConstraintShape> constraints) {
        return constraints.stream()
                .filter(constraint -> !constraint.rule().equals(LOWER)
                        && !constraint.rule().equals(UPPER)
                        && !constraint.rule().equals("size")
                        && !constraint.rule().equals("digits"))
                .toList();
    }
}
