package dev.strait.processor.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a value must be.
 *
 * @param rule the rule
 * @param name its name in violations
 * @param least of {@code SIZE} and {@code LEAST}
 * @param most of {@code SIZE} and {@code MOST}; of {@code DIGITS} how many stand before the point
 * @param fraction of {@code DIGITS}, how many stand behind the point
 * @param isInclusive whether a bound is allowed itself, or of a time the present
 * @param regex of {@code PATTERN}
 * @param parts of {@code ALL}, each of which must hold
 * @param message the author's own text
 */
public record ConstraintModel(
        Rule rule,
        String name,
        BigDecimal least,
        BigDecimal most,
        int fraction,
        boolean isInclusive,
        Optional<RegexModel> regex,
        List<ConstraintModel> parts,
        Optional<String> message) {

    /** The kinds of checks that generated code can make. */
    public enum Rule {
        NOT_NULL,
        NOT_BLANK,
        NOT_EMPTY,
        SIZE,
        LEAST,
        MOST,
        DIGITS,
        PATTERN,
        EMAIL,
        PAST,
        FUTURE,
        IS_TRUE,
        IS_FALSE,
        ALL;

        /** Whether it refuses null, which a type that is not nullable does already. */
        public boolean demandsValue() {
            return this == NOT_NULL || this == NOT_BLANK || this == NOT_EMPTY;
        }
    }

    /** A {@code SIZE} without an upper bound. */
    public static final BigDecimal UNBOUNDED = BigDecimal.valueOf(Integer.MAX_VALUE);

    /** Takes a copy of the list. */
    public ConstraintModel {
        parts = List.copyOf(parts);
    }

    /** A rule without parameters. */
    public static ConstraintModel of(Rule rule, String name) {
        return new ConstraintModel(
                rule, name, BigDecimal.ZERO, BigDecimal.ZERO, 0, true, Optional.empty(), List.of(), Optional.empty());
    }

    /** The same with bounds. */
    public ConstraintModel between(BigDecimal lower, BigDecimal upper) {
        return new ConstraintModel(rule, name, lower, upper, fraction, isInclusive, regex, parts, message);
    }

    /** The same without its bounds themselves. */
    public ConstraintModel inclusive(boolean isIn) {
        return new ConstraintModel(rule, name, least, most, fraction, isIn, regex, parts, message);
    }

    /** The same with so many digits before and behind the point. */
    public ConstraintModel digits(int integer, int behind) {
        return new ConstraintModel(
                rule, name, least, BigDecimal.valueOf(integer), behind, isInclusive, regex, parts, message);
    }

    public ConstraintModel matching(RegexModel pattern) {
        return new ConstraintModel(
                rule, name, least, most, fraction, isInclusive, Optional.of(pattern), parts, message);
    }

    public ConstraintModel of(List<ConstraintModel> all) {
        return new ConstraintModel(rule, name, least, most, fraction, isInclusive, regex, all, message);
    }

    public ConstraintModel saying(Optional<String> text) {
        return new ConstraintModel(rule, name, least, most, fraction, isInclusive, regex, parts, text);
    }

    /** Of a {@code LEAST} or {@code MOST} on integers, the last one that keeps it. */
    public BigDecimal lastInteger() {
        boolean isLeast = rule == Rule.LEAST;
        BigDecimal bound = isLeast ? least : most;
        BigDecimal integer = bound.setScale(0, isLeast ? RoundingMode.CEILING : RoundingMode.FLOOR);
        if (isInclusive || integer.compareTo(bound) != 0) {
            return integer;
        }
        return isLeast ? integer.add(BigDecimal.ONE) : integer.subtract(BigDecimal.ONE);
    }

    /** Itself, or what it is composed of. */
    public Stream<ConstraintModel> flat() {
        return rule == Rule.ALL ? parts.stream().flatMap(ConstraintModel::flat) : Stream.of(this);
    }

    /** Whether it bounds how long or large a value is. */
    public boolean isUpperSize() {
        return rule == Rule.SIZE && most.compareTo(UNBOUNDED) < 0;
    }
}
